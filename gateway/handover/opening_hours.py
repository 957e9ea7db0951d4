"""Opening hours: when agents answer, in the time of Québec, holidays left out.

Pure: reads no clock. A span is of one day and begins and ends at the hour on the wall, so that a
change to or from daylight saving time moves nothing.
"""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays

QUEBEC = ZoneInfo("America/Toronto")
DAYS = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
# Longer than any closure that weekly hours and holidays make.
LOOKED_AHEAD_DAYS = 30

_SPAN = re.compile(
    rf"(?P<first>{'|'.join(DAYS)})(?:-(?P<last>{'|'.join(DAYS)}))?"
    r"\s+(?P<start>\d{1,2}:\d{2})\s*-\s*(?P<end>\d{1,2}:\d{2})"
)


class OpeningHours:
    """Weekly hours, read from words such as "lun-ven 8:00-17:00, sam 9:00-12:00"."""

    def __init__(self, words: str, *, closed_on_holidays: bool) -> None:
        """Raises ValueError, which says what can't be read."""
        # By day of the week, from Monday: when it opens and closes, in order.
        self._spans: list[list[tuple[time, time]]] = [[] for _ in DAYS]
        for span in filter(None, (part.strip() for part in words.split(","))):
            self._add(span)
        for spans in self._spans:
            spans.sort()
        self._holidays = (
            holidays.country_holidays("CA", subdiv="QC") if closed_on_holidays else frozenset()
        )

    def is_open(self, moment: datetime) -> bool:
        """Whether agents answer at that moment; at the closing hour itself, no more."""
        local = moment.astimezone(QUEBEC)
        return any(start <= local < end for start, end in self._hours_of(local))

    def next_opening(self, moment: datetime) -> datetime | None:
        """When it opens first after that moment; None if it doesn't within a month."""
        local = moment.astimezone(QUEBEC)
        for ahead in range(LOOKED_AHEAD_DAYS):
            for start, _end in self._hours_of(local + timedelta(days=ahead)):
                if start > local:
                    return start
        return None

    def last_closing(self, moment: datetime) -> datetime | None:
        """When it closed last before, or at, that moment; None if it didn't within a month."""
        local = moment.astimezone(QUEBEC)
        for back in range(LOOKED_AHEAD_DAYS):
            ends = [end for _start, end in self._hours_of(local - timedelta(days=back))]
            if past := [end for end in ends if end <= local]:
                return max(past)
        return None

    def last_opening(self, moment: datetime) -> datetime | None:
        """When it opened last before, or at, that moment; None if it didn't within a month.

        A span that follows another without a break opens nothing.
        """
        local = moment.astimezone(QUEBEC)
        for back in range(LOOKED_AHEAD_DAYS):
            starts = [start for start, _end in self._hours_of(local - timedelta(days=back))]
            if past := [at for at in starts if at <= local and not self._is_open_before(at)]:
                return max(past)
        return None

    def _is_open_before(self, moment: datetime) -> bool:
        return self.is_open(moment - timedelta.resolution)

    def _add(self, span: str) -> None:
        found = _SPAN.fullmatch(span)
        if found is None:
            raise ValueError(f"{span!r} is not like 'lun-ven 8:00-17:00'")
        start, end = _time(found["start"]), _time(found["end"])
        first = DAYS.index(found["first"])
        last = DAYS.index(found["last"] or found["first"])
        if not (start < end and first <= last):
            raise ValueError(f"{span!r} ends before it begins")
        for day in range(first, last + 1):
            self._spans[day].append((start, end))

    def _hours_of(self, day: datetime) -> Iterator[tuple[datetime, datetime]]:
        """When it opens and closes on the date of `day`."""
        date = day.date()
        if date in self._holidays:
            return
        for start, end in self._spans[date.weekday()]:
            yield (
                datetime.combine(date, start, QUEBEC),
                datetime.combine(date, end, QUEBEC),
            )


def _time(words: str) -> time:
    hour, minute = words.split(":")
    return time(int(hour), int(minute))
