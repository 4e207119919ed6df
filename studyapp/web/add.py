"""Add: documents of the learner's own, to be made into drafts."""

import re
import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as AnyResponse

from studyapp.web import asked
from studyapp.web.adding import adder
from studyapp.web.told import tell, told

pages = Blueprint("add", __name__, url_prefix="/add")

KINDS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")
"""Those of `studyapp.reading`, which the pages need not load."""
_LONGEST_NAME = 200
"""Bytes: file systems take 255."""
_LONGEST_TITLE = 200
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_PASTED = "Pasted text"


@dataclass(frozen=True, slots=True)
class Given:
    """What the form held, to be shown again beside what is wrong with it."""

    title: str = ""
    text: str = ""
    trouble: str = ""


@pages.get("")
def show() -> str:
    """The form, and how far the documents are that were given before."""
    if asked.wants("additions"):
        return render_template("add/additions.html", additions=adder().each())
    return _page(Given())


@pages.post("")
def take() -> AnyResponse | tuple[str, int]:
    """Begin to make drafts of the documents."""
    title = " ".join(request.form.get("title", "").split())[:_LONGEST_TITLE]
    text = request.form.get("text", "").strip()
    chosen = [file for file in request.files.getlist("documents") if file.filename]
    files = {_named(file): file for file in chosen}
    trouble = _trouble(files, text, len(chosen))
    if trouble:
        return _page(Given(title, text, trouble)), 400
    folder = None
    try:
        folder = adder().folder()
        for name, file in files.items():
            file.save(folder / name)
        names = list(files)
        if text:
            names.append(_free(f"{_cleaned(title) or _PASTED}.txt", files))
            (folder / names[-1]).write_text(f"{text}\n", encoding="utf-8")
    except OSError:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        full = "This machine has no room for the documents. Free some, then choose them again."
        return _page(Given(title, text, full)), 400
    adder().take(title, folder, names)
    return redirect(url_for("add.show", _anchor="given"), 303)


@pages.post("/<int:number>/stop")
def stop(number: int) -> AnyResponse:
    """Make nothing of documents that are on their way."""
    if adder().stop(number):
        tell("Stopped. Nothing was added.")
    else:
        tell("It was too late to stop: the drafts are there, or nothing came of it.")
    return redirect(url_for("add.show"), 303)


def _page(given: Given) -> str:
    return render_template(
        "add/page.html", given=given, kinds=KINDS, additions=adder().each(), said=told()
    )


def _named(file: FileStorage) -> str:
    """A file's name without folders, as the cards will cite it."""
    last = (file.filename or "").rpartition("/")[2]
    suffix = Path(last).suffix
    return f"{_cleaned(last.removesuffix(suffix)) or 'document'}{suffix.lower()}"


def _cleaned(name: str) -> str:
    plain = _UNFIT.sub(" ", unicodedata.normalize("NFC", name).replace("/", " "))
    cut = " ".join(plain.split()).strip(". ").encode()[:_LONGEST_NAME]
    return cut.decode(errors="ignore").strip()


def _free(name: str, taken: Iterable[str]) -> str:
    """The name, changed if a file has it."""
    held = {one.casefold() for one in taken}
    while name.casefold() in held:
        name = f"{name.removesuffix('.txt')}, pasted.txt"
    return name


def _trouble(files: dict[str, FileStorage], text: str, number: int) -> str:
    """Why nothing can be made of what was given; empty if something can."""
    if not files and not text:
        return "Choose a document, or paste text."
    unknown = [name for name in files if Path(name).suffix not in KINDS]
    if unknown:
        return f"{', '.join(unknown)}: documents end in {', '.join(KINDS)}."
    if len({name.casefold() for name in files}) < number:
        return "Two documents have the same name, and cards cite them by it. Rename one of them."
    return ""
