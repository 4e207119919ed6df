"""Your memory: the weights of the schedule, fitted to the learner's own answers or published."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from studyapp.schedule import FEWEST
from studyapp.study import fit_memory, forget_fit, memory
from studyapp.web.current import desk, now
from studyapp.web.told import tell, told

pages = Blueprint("memory", __name__, url_prefix="/memory")


@pages.get("")
def show() -> str:
    """Which weights are in use, and whether there is something new to fit them to."""
    return render_template("memory.html", memory=memory(desk()), fewest=FEWEST, said=told())


@pages.post("/fit")
def fit() -> Response:
    """Fit them, and say what came of it."""
    found = fit_memory(desk(), now())
    if found.fitted is None or found.defaults is None:
        tell(f"Nothing was fitted: there are {found.reviews} answers, {FEWEST} are needed.")
    elif found.weights is None:
        tell(
            f"Kept the weights that were in use: fitted ones do not predict your {found.held_out} "
            f"latest answers better than the published ones by more than chance "
            f"(log loss {found.fitted:.3f} against {found.defaults:.3f})."
        )
    else:
        tell(
            f"Fitted to {found.reviews} answers. Your {found.held_out} latest, which the fit had "
            f"not seen, were predicted better (log loss {found.fitted:.3f} against "
            f"{found.defaults:.3f}). Your cards were given new dates."
        )
    return redirect(url_for("memory.show"), 303)


@pages.post("/published")
def publish() -> Response:
    """Go back to the published weights."""
    forget_fit(desk())
    tell("The published weights are in use again. Your cards were given new dates.")
    return redirect(url_for("memory.show"), 303)
