"""The words that follow verbs of structure and function: 'is surrounded by', 'empties into'."""


def _table(lines: str) -> dict[str, str]:
    """'store in as' on a line of its own becomes {'store': 'in|as'}."""
    rows = (line.split() for line in lines.strip().splitlines())
    return {verb: "|".join(links) for verb, *links in rows}


BODY_PASSIVE = _table("""
    activate by
    anchor to by
    arrange in into as
    attach to
    bundle into in
    carry by to in into
    categorize as into by
    coat with by
    compose of
    connect to with by
    contain in within
    control by
    convey by to
    coordinate by
    cover by with in
    degrade by in
    destroy by
    differentiate from by
    digest by in
    embed in
    enable by
    enclose by in within
    fill with by
    filter by through in
    find between within near throughout at along inside beneath under outside
    form by from in of when through
    govern by
    group into
    hold by
    inactivate by
    influence by
    inhibit by
    initiate by
    line by with
    locate between behind beneath below above near at under inside along next throughout
    maintain by
    make in when
    name after
    neutralize by
    organize into
    produce from when through via
    protect by from
    provide by
    reabsorb by in into
    release by from into in when
    secrete by into from in
    sense by
    separate by from into
    split into
    stimulate by
    store in as
    subdivide into
    supply by with
    support by
    suppress by
    surround by
    synthesize by in from through via
    transform into
    transport by to in into through
""")
"""What is done to a part of the body, and by what or where."""

BODY_ACTIVE = _table("""
    accumulate in within
    articulate with
    ascend into through to from
    begin in at beneath near below behind
    belong to
    branch into from
    circulate through in
    collect in
    come from
    communicate with
    connect to with
    converge on in to
    correspond to
    descend into through to from
    differentiate into
    divide into by
    drain into to from
    emerge from between through as
    empty into
    enter through via by from
    exist as
    exit from through via
    extend from through along across beyond over
    feed on
    flow from into through to
    form from between around
    function as
    grow in on at into
    hatch in into from within
    interact with
    lie in within between behind beneath below above near at under inside along on next over
    live within inside between
    mature in into
    migrate from to into through
    move from to into through along
    multiply in by
    open into onto
    pass through into from to between over under along
    project to into from
    protrude from into through
    react with to
    replicate in by
    reproduce by through in
    reside in within on
    respond to
    serve as
    run through along from between down under within beneath
    settle in
    sit in within between behind beneath below above near at under inside on atop over
    split into
    spread into
    synapse with on in
    terminate in at as
    thrive in at on
    transform into
    travel from into along in by
""")
"""Where a part of the body goes, lies or ends, and what becomes of it."""

_EITHER_WORDS = """
    branch connect divide enter exit extend feed form grow move open pass project split
    transform synapse drain
"""
EITHER = frozenset(_EITHER_WORDS.split())
"""Verbs that take an object as well as one of these words ('forms a capsule', 'forms from …')."""

_TRANSITIVE_WORDS = """
    anchor catalyze constitute follow possess contain convey cross counteract digest degrade
    elicit encircle enclose encode carry receive make maintain control engulf evade exhibit
    exit govern house infiltrate ingest innervate mediate modulate penetrate perforate
    propagate pump reach recruit regulate sense separate synthesize transfer undergo coordinate
    oppose trap conduct mimic initiate divide
"""
TRANSITIVE = frozenset(_TRANSITIVE_WORDS.split())
"""Verbs of function that want an object."""
