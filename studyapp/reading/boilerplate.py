"""Knows what on a page is not content: navigation, adverts, contacts, policies, references."""

import re

_LINE = re.compile(
    r"""^(?:
      advertisement|ad|adverts?|sponsored|home|menu|search|contents|share|print|email|policy|policies
      |log\s?in|sign\s?(?:in|up)|patient\slogin|contact(?:\sus)?|about(?:\sus)?|back\sto\stop|skip\sto.*
      |arrow\s(?:down|up)|on\sthis\spage:?|in\sthis\s(?:article|section):?|table\sof\scontents
      |download.{0,20}|make\san\sappointment|request\san\sappointment|book\s.*appointment
      |appointments?\s&\slocations|locations|find\san?\s.*|see\sall.*|view\s.*|read\smore.*|learn\smore.*
      |subscribe.*|newsletter.*|related\s(?:topics|articles|pages|content).*|you\smay\salso\slike.*
      |more\sinformation|other\sconditions|international\spatients|emergency|personali[sz]e
      |submitted|under\sreview|approved|/|>|»|\||video|audio|photo|image|figure|play|pause
      |copyright.*|©.*|all\srights\sreserved.*|terms.*of\suse|privacy.*|cookies?.*|disclaimer|sitemap
      |(?:go\sto\s)?patient\sversion|health\sprofessional\sversion|source:?|sources:?
      |https?://\S+|www\.\S+|<https?://\S+>|source:\s*<?https?://\S+
      |[\d\s().+-]{7,20}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)

_SENTENCE = re.compile(
    r"""\b(?:
      advertis(?:ing|ement)\b|do\snot\sendorse\b|non-?profit\b|our\s(?:team|site|approach|experts?|
      doctors|specialists|mission|clinical\strial|advanced|patients|hospital|clinic|editorial|website)\b
      |we\s(?:offer|understand|personali[sz]e|provide|are\scommitted|have\sreceived|do\snot)\b
      |at\s(?:[a-z]\w+\s)+(?:hospital|clinic|center|centre),?\swe\b
      |copyright\b|all\srights\sreserved\b|privacy\spolicy\b|terms\sof\suse\b|cookies?\spolicy\b
      |(?:last|medically)\s(?:reviewed|updated)\b|updated\son\b|editorial\s(?:policy|process|board)\b
      |medical\sadvisory\sboard\b|pending\shuman\sreview\b|liability\b|medical\sdisclaimer\b
      |(?:is|are|as)\snot\s(?:intended\s)?(?:a\s|as\sa\s)?(?:substitute|replacement)\sfor\b
      |intended\sfor\s(?:healthcare|health\scare|medical)\sprofessionals\b
      |does\snot\s(?:provide|constitute|replace)\s(?:medical|professional)\b|for\seducational\spurposes\b
      |educational\spurpose\b|verify\sall\sinformation\b
      |call\s(?:us|1-|\(?(?!(?:911|999|112)\b)\d{3})|1-8\d\d-\S+
      |\d{3}[-.]\d{3}[-.]\d{4}\b|toll[- ]free\b
      |click\s(?:here|on)\b|visit\s(?:our|the\s\w+\swebsite|https?|www)|www\.
      |for\smore\s(?:detailed\s|in-depth\s|specific\s)?information\b|more\s(?:detailed\s)?information\s
      (?:is|about|on|can)\b|for\s(?:further\s|additional\s)?information,?\s(?:see|about|on|go|visit)\b
      |see\sthe\s.{0,80}\bsection\b|go\sto\s(?:the|patient|health)\b|refer\sto\sthe\s.{0,60}(?:section|summary)\b
      |this\s(?:summary|website|web\ssite|page|article|chapter|module|fact\ssheet|section)\b
      |(?:the\s)?health\stopic\s?focuses\b|in\sthis\ssummary\b|pdq\b|subscribe\b|newsletter\b
      |ask\s(?:any\s)?follow[- ]up\squestion|have\sa\sfollow[- ]up\squestion\b|help\sus\s
      |your\schoice\shelps\b|which\sbest\sdescribes\syou\b|powered\sby\b
      |here\s(?:are|is)\s(?:some|a\sfew|a\slist|other|several)\b
      |by\sthe\send\sof\sthis\b|will\sbe\s(?:discussed|covered)\b|is\sdiscussed\s(?:in|elsewhere|below)\b
      |^(?:true\s(?:or|/)\sfalse|t\s?/\s?f|answers?|answer\skey|correct\sanswers?)\s?[:.]
      |has\sreceived\s(?:grants|funding)\b|conflicts?\sof\sinterest\b|permission\sto\suse\b
    )""",
    re.VERBOSE,
)
"""Searched in small letters and from the starts of words on: ten times faster than in any case."""

_ADDRESS = re.compile(r"https?://")

_TESTIMONY = re.compile(
    r"\b(?:I|I'm|I’m|I've|I’ve|my|me)\b(?![A-Z])(?!\s(?:and|or)\s(?:II|2)\b)", re.ASCII
)
_ROMAN_I = re.compile(r"\b(?:[Tt]ype|[Ss]tage|[Cc]lass|[Pp]hase|[Gg]rade|[Ff]actor|[Gg]roup)\sI\b")

_CLOSED = re.compile(
    r"""^(?:
      (?:key\s)?references?(?:\s(?:list|cited))?|bibliography|footnotes?|endnotes|citations?|works\scited
      |further\sreading|for\smore\sinformation|where\scan\sI\s(?:get|find)\smore\sinformation.*|resources?
      |(?:see,\splay|learn)\s.*|additional\sresources|external\slinks|see\salso|related\s.*|links
      |(?:patient|success)\sstories.*|testimonials?.*|reviews|what\sour\spatients\ssay.*|meet\sour.*
      |privacy.*|cookies?.*|terms\sof\suse.*|legal.*
      |before\syou\sread|abstract\sauthors?
      |acknowledge?ments?|funding|author(?:s|\scontributions|\sinformation)?|competing\sinterests
      |(?:current\s|ongoing\s)?clinical\strials(?:\ssearch)?|research\sstudies|taking\spart\sin.*
      |(?:latest\s)?updates?\sto\sthis\s.*|changes\sto\sthis\ssummary.*|about\sthis\s.*|about\spdq.*
      |a\snote\sfrom\s.*|care\sat\s.*|contact\s.*|how\sto\scontact\s.*|case\sreport\sforms
      |(?:professional\s)?(?:medical\s)?disclaimer.*|have\sa\sfollow-up\squestion\??|permissions?.*
      |multiple\schoice|fill\sin\sthe\sblanks?|true\s?/\s?false|short\sanswer|critical\sthinking.*|matching
      |(?:review|self-check|discussion|check\syour\sunderstanding|study)\squestions?|exercises|quiz
      |check\syour\sunderstanding|test\syour\s(?:knowledge|self)|test\syourself|self-?\s?(?:test|quiz)
      |mcqs?|practice\s(?:questions?|tests?)|knowledge\scheck|sample\s(?:exam\s)?questions?|personal\sapplication\squestions?|think\sabout\sit
      |what\squestions\sshould\sI\sask.*|questions\sto\sask.*|medically\sreviewed
      |personali[sz]e|article\sreview\sstatus|start\shere|for\syou|find\san\sexpert|patient\shandouts
      |journal\sarticles.*|statistics\sand\sresearch|videos?\sand\stutorials|videos?
      |health\scheck\stools|encyclopedia.*|get\sinvolved
    )$""",
    re.IGNORECASE | re.VERBOSE,
)

_REFERENCE = re.compile(
    r"(?:\bdoi\b|\bPMID\b|\bet al\b[.:]|\bJ\s?[A-Z][a-z]+\b.*\d{4}\s?;\s?\d+"
    r"|\d{4};\s?\d+(?:\(\d+\))?:"
    r"|\b(?:19|20)\d\d\b[^.]*\b(?:Press|Publishers?|Journal|Lancet|N Engl J Med)\b"
    r"|[A-Z][a-z]+ [A-Z]{1,2}, [A-Z][a-z]+ [A-Z]{1,2}[,:])"
)

_PLACEHOLDER = re.compile(
    r"(?:\*{3}|\bTODO\b|\bTBD\b|\blorem ipsum\b|_{4,}|\[link\]|\{\{)", re.IGNORECASE
)

_NOTICE = re.compile(
    r"(?:pending\s(?:human\s)?review|not\s(?:yet\s)?(?:been\s)?reviewed|under\sreview)",
    re.IGNORECASE,
)


def is_noise_line(text: str) -> bool:
    """Whether a whole line is a piece of the site rather than of the document."""
    return _LINE.match(text.strip()) is not None


def is_noise_sentence(text: str) -> bool:
    """Whether a sentence speaks of the site, its owner or its reader rather than of medicine."""
    small = text.lower()
    if _SENTENCE.search(small) or _ADDRESS.search(small):
        return True
    if _PLACEHOLDER.search(text) or _REFERENCE.search(text):
        return True
    return _TESTIMONY.search(_ROMAN_I.sub("", text)) is not None


def is_closed_heading(text: str) -> bool:
    """Whether everything under this heading is left out (references, contacts, exercises)."""
    return _CLOSED.match(text.strip().rstrip(":")) is not None


def review_notice(text: str) -> str:
    """The words in which a line says that the page has not been reviewed; '' for none."""
    match = _NOTICE.search(text)
    return match.group(0).lower() if match else ""


_OBJECTIVES = re.compile(
    r"^(?:learning\s)?(?:objectives?|outcomes?)$|\byou\s(?:will|should)\sbe\sable\sto:?$",
    re.IGNORECASE,
)

_LINK_TITLE = re.compile(
    r"\((?:[A-Z][\w.,&'’-]*|of|and|for|the|on|in|to|/|\s)+\)"
    r"(?:\s(?:-\sPDF|Also\sin\s.*|From\s.*))?\s*$"
    r"|-\sPDF$|\bAlso in [A-Z]|\b[Vv]ideo\b|^https?://"
)


def opens_objectives(text: str) -> bool:
    """Whether the list that follows says what a chapter will teach, not what is true."""
    return _OBJECTIVES.search(text.strip()) is not None


def are_link_titles(items: tuple[str, ...]) -> bool:
    """Whether most items of a list are titles of other pages with their publishers."""
    hits = sum(1 for item in items if _LINK_TITLE.search(item))
    return hits * 5 >= len(items) * 3
