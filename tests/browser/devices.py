"""What people hold: the sizes the pages are made for, as options of a browser context."""

from typing import Any

type Device = dict[str, Any]

PHONE: Device = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 1.5,
    "has_touch": True,
    "is_mobile": True,
}
SMALL_PHONE: Device = {**PHONE, "viewport": {"width": 320, "height": 568}}
DESKTOP: Device = {"viewport": {"width": 1280, "height": 800}}
