"""Every page, for what must hold on all of them."""

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
DRAFTS = "f9e8d7c6b5a4938271605f4e3d2c1b0a"
CARD = f"/cards/{DECK}/c-0000000000000001"
ROUND = f"/practice/round?deck={DECK}&seed=1f&round=" + "".join(f"{n:016x}" for n in (1, 2, 3, 4))
PAGES = (
    "/",
    "/decks",
    "/add",
    f"/decks/{DECK}",
    f"/decks/{DECK}?q=nothing+like+this",
    f"/decks/{DECK}?state=new",
    f"/decks/{DECK}/rename",
    f"/decks/{DECK}/delete",
    f"/decks/{DECK}/print",
    CARD,
    f"{CARD}?edit=1",
    f"/documents/{DECK}/allergy.txt?card=c-0000000000000001",
    "/practice",
    f"/practice?deck={DECK}",
    ROUND,
    f"{ROUND}&side=answer",
    f"{ROUND}&count=1&side=answer",
    f"{ROUND}&end=1&log=frr",
    "/drafts",
    f"/drafts/{DRAFTS}",
    f"/drafts/{DRAFTS}?edit=1",
    "/statistics",
    "/statistics?more=1",
    "/settings",
    "/settings/delete",
    "/memory",
    "/help",
    "/offline",
    "/nowhere",
    "/review",
    f"/review?deck={DECK}&card=c-0000000000000001&side=answer",
)
