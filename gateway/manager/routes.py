"""The figures over HTTP, for managers and supervisors."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Self

from aiohttp import hdrs, web
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from gateway.catalogue import Catalogue
from gateway.database import Database
from gateway.desk.agents import SignedInAgent
from gateway.desk.door import MANAGERS, Door
from gateway.handover.opening_hours import QUEBEC
from gateway.manager.figure_views import figures_csv, figures_page
from gateway.manager.statistics import Figures, Period, read_figures
from gateway.refusals import Refused

# A longer period would only be a heavier read.
LONGEST = timedelta(days=3 * 366)


class _Asked(BaseModel):
    """The query of a period, `du` and `au` included; `tableau` for one table only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    du: date
    au: date
    tableau: str | None = Field(default=None, max_length=20)

    @model_validator(mode="after")
    def _is_a_period(self) -> Self:
        if not timedelta(0) <= self.au - self.du <= LONGEST or self.au > _today():
            raise ValueError("not a period")
        return self


class FigureRoutes:
    """Handlers of the figures' routes."""

    def __init__(
        self, door: Door, database: Database, catalogue: Catalogue, call_minutes: float
    ) -> None:
        """`call_minutes` is what a call would have taken."""
        self._door = door
        self._database = database
        self._catalogue = catalogue
        self._call_minutes = call_minutes

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        opened = self._door.opened
        return [
            web.get("/bureau/api/gestion/chiffres", opened(MANAGERS, self._page)),
            web.get("/bureau/api/gestion/chiffres.csv", opened(MANAGERS, self._csv)),
        ]

    async def _page(self, request: web.Request, _agent: SignedInAgent) -> web.Response:
        period, figures = await self._read(request)
        return web.json_response(figures_page(figures, period, self._call_minutes, self._catalogue))

    async def _csv(self, request: web.Request, _agent: SignedInAgent) -> web.Response:
        period, figures = await self._read(request)
        name = f"chiffres-{period.first}-{period.last}.csv"
        return web.Response(
            text=figures_csv(figures, period, self._catalogue),
            content_type="text/csv",
            charset="utf-8",
            headers={hdrs.CONTENT_DISPOSITION: f'attachment; filename="{name}"'},
        )

    async def _read(self, request: web.Request) -> tuple[Period, Sequence[Figures]]:
        """The period that is asked for and its tables. Raises Refused."""
        try:
            asked = _Asked.model_validate(dict(request.query))
        except ValidationError:
            raise Refused("refus_periode") from None
        period = Period(asked.du, asked.au)
        async with self._database.scan() as session:
            figures = await read_figures(session, period, self._call_minutes)
        return period, [f for f in figures if asked.tableau in {None, f.name}]


def _today() -> date:
    return datetime.now(QUEBEC).date()
