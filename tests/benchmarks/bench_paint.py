"""From a rating to the next question on the screen: `python -m tests.benchmarks.bench_paint`.

The real app on the shipped deck, in a real browser, whose processor is slowed to a quarter as a
phone of the middle range has it. Painted means: two frames after the question is another one.
"""

import shutil
import statistics
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from waitress.server import create_server

from studyapp.config import SHIPPED_DECKS, Settings
from studyapp.web import create_app

SLOWDOWNS = (1, 4)
CARDS = 18
_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_WATCH = """
() => {
  const soon = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  const title = () => document.querySelector("h1").textContent;
  window.shown = [];
  window.press = (key, done) => new Promise((painted) => {
    const before = title();
    const start = performance.now();
    const look = new MutationObserver(() => {
      if (!done(before)) return;
      look.disconnect();
      soon(() => painted(performance.now() - start));
    });
    look.observe(document.body, { subtree: true, childList: true, attributes: true });
    document.activeElement.dispatchEvent(new KeyboardEvent(
      "keydown", { key, code: key === " " ? "Space" : `Digit${key}`, bubbles: true }));
  });
  window.reveal = () => press(" ", () => document.activeElement.matches("h2"));
  window.rate = () => press("3", (before) => title() !== before);
}
"""


def measure(page: Page, address: str, slowdown: int) -> dict[str, list[float]]:
    """Milliseconds from each key to what it shows."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.goto(f"{address}/review")
    page.evaluate(_WATCH)
    found: dict[str, list[float]] = {"reveal": [], "rate": []}
    for _ in range(CARDS):
        for act, times in found.items():
            page.wait_for_timeout(350)  # keys are for a reader, who takes a moment
            times.append(page.evaluate(f"window.{act}()"))
    return found


def main() -> None:
    """Print the middle and the tail at each speed of the processor."""
    path = next(filter(None, map(shutil.which, _BROWSERS)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        for slowdown in SLOWDOWNS:
            file = Path(folder) / f"{slowdown}.sqlite"
            app = create_app(
                Settings(
                    f"sqlite:///{file}",
                    Path(folder) / "key",
                    decks=tuple(SHIPPED_DECKS.glob("*.md")),
                )
            )
            server = create_server(app, host="127.0.0.1", port=0, threads=4)
            threading.Thread(target=server.run, daemon=True).start()
            page = browser.new_page(viewport={"width": 390, "height": 844})
            found = measure(page, f"http://127.0.0.1:{server.effective_port}", slowdown)
            for act, times in found.items():
                tail = sorted(times)[int(0.95 * (len(times) - 1))]
                print(
                    f"{act}, processor slowed {slowdown} times:"
                    f" p50 {statistics.median(times):.0f} ms, p95 {tail:.0f} ms"
                )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
