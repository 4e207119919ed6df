"""Settings: every decision with its effect, what recall costs, and the learner's own data."""

import tempfile
from collections.abc import Mapping
from threading import Thread
from zipfile import ZIP_DEFLATED, ZipFile

from flask import (
    Blueprint,
    Flask,
    Response,
    redirect,
    render_template,
    request,
    send_file,
    session,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from studyapp.model import DayShare, LearnerSettings, NewCards, Order, StudyappError
from studyapp.schedule import zones_by_region
from studyapp.study import (
    Costs,
    Refused,
    Saved,
    costs,
    delete_everything,
    export_files,
    holdings,
    save_settings,
    settings,
)
from studyapp.study.backups import backup_folder, keeps_backups
from studyapp.web import settings_form
from studyapp.web.adding import adder
from studyapp.web.current import desk, local, now
from studyapp.web.told import tell, told
from studyapp.web.words import counted

pages = Blueprint("settings", __name__, url_prefix="/settings")

_SHARES = (70, 75, 80, 85, 90, 92, 95, 97)
_WORD = "delete"
_IN_MEMORY = 10_000_000
"""Bytes of an export that are kept in memory; a larger one goes to a temporary file."""


@pages.get("")
def show() -> str:
    """Every setting as it is."""
    return _form(settings_form.texts_of(settings(desk())))


@pages.post("")
def save() -> str | tuple[str, int] | AnyResponse:
    """Keep all settings, or none when one of them is wrong."""
    wanted, refused = settings_form.read(request.form, settings(desk()))
    if refused:
        return _form(request.form, refused), 422
    tell(_said(save_settings(desk(), wanted)))
    return redirect(url_for("settings.show"), 303)


@pages.get("/cost")
def cost() -> str:
    """What recall costs at a share and a pace that are being chosen, for the page's script."""
    return render_template("settings/cost.html", **_cost(request.args))


@pages.get("/export")
def export() -> Response:
    """Every deck and all answers in one file."""
    packed = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # sent, then closed
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in export_files(desk()):
            archive.writestr(name, text)
    packed.seek(0)
    name = f"studyapp-{local(now()):%Y-%m-%d}.zip"
    return send_file(packed, "application/zip", as_attachment=True, download_name=name)


@pages.get("/delete")
def ask() -> str:
    """What goes when everything is deleted, and what stays."""
    return _ask()


@pages.post("/delete")
def delete() -> str | tuple[str, int] | AnyResponse:
    """Delete everything, if the word was typed."""
    typed = request.form.get("word", "").strip()
    if typed.casefold() != _WORD:
        return _ask(
            typed, f"Nothing was deleted. Type the word {_WORD} to delete everything."
        ), 422
    try:
        with adder().emptying():
            made = delete_everything(desk(), now())
    except StudyappError as failed:
        return _ask(typed, f"{failed.message} Nothing was deleted. {failed.hint}"), 422
    session.clear()
    told_where = f" The backup made before it is {made.path}." if made else ""
    tell(f"Everything was deleted.{told_where}")
    return redirect(url_for("today.show"), 303)


def prepare(app: Flask) -> None:
    """Reckon the table of costs beside the app, so that no learner waits for it."""
    with app.app_context():
        learner = desk()
    shares = [one / 100 for one in _SHARES]
    Thread(target=costs, args=(learner, shares), name="costs", daemon=True).start()


def _said(saved: Saved) -> str:
    if not saved.changed:
        return "Saved. Nothing was different."
    if not saved.moved:
        return "Saved."
    were = "was given a new date" if saved.moved == 1 else "were given new dates"
    return f"Saved. {counted(saved.moved, 'card')} {were}."


def _form(texts: Mapping[str, str], refused: tuple[Refused, ...] = ()) -> str:
    return render_template(
        "settings/page.html",
        texts=texts,
        refused=refused,
        errors={one.setting: one for one in refused},
        said=told(),
        regions=zones_by_region(),
        shares=tuple(DayShare),
        orders=tuple(Order),
        new_cards=tuple(NewCards),
        library=desk().opened.where,
        folder=backup_folder(desk()) if keeps_backups(desk()) else None,
        **_cost(texts),
    )


def _cost(texts: Mapping[str, str]) -> dict[str, Costs | float | str | None]:
    """What the table of costs shows; `chosen` is None while what is typed is no such share."""
    held: LearnerSettings = settings(desk())
    new = settings_form.whole_number(texts.get("new_per_day", ""))
    share = settings_form.whole_share(texts.get("retention", ""))
    lowest, highest = _SHARES[0] / 100, _SHARES[-1] / 100
    chosen = share if share is not None and lowest <= share <= highest else None
    shares = {one / 100 for one in _SHARES} | ({chosen} if chosen is not None else set())
    pace = held.new_per_day if new is None else min(new, 9999)
    return {"costs": costs(desk(), sorted(shares), pace), "chosen": chosen}


def _ask(typed: str = "", error: str = "") -> str:
    return render_template(
        "settings/delete.html",
        holdings=holdings(desk()),
        library=desk().opened.where,
        folder=backup_folder(desk()) if keeps_backups(desk()) else None,
        typed=typed,
        error=error,
    )
