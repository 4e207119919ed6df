"""Whether a phrase names a part of a living thing: an organ, a cell, a molecule, a microbe."""

import re
from functools import lru_cache

from studyapp.language.words import singular

_PARTS_WORDS = """
    gland nerve artery vein vessel muscle bone cell tissue organ duct node valve chamber plexus
    ganglion ganglia fiber fibre axon neuron dendrite synapse membrane cavity cortex medulla lobe
    lobule lung kidney heart brain liver spleen pancreas stomach intestine bowel colon rectum anus
    bladder ureter urethra uterus cervix ovary testis testicle prostate skin epidermis dermis hair
    nail eye retina cornea lens iris ear cochlea eardrum nose mouth tongue tooth teeth gum jaw
    throat pharynx larynx trachea windpipe bronchus bronchi bronchiole airway alveolus alveoli sac
    diaphragm pleura pericardium peritoneum meninges skull cranium spine vertebra rib sternum
    pelvis femur tibia fibula humerus radius ulna scapula clavicle joint cartilage ligament tendon
    disc disk marrow blood lymph plasma serum bile saliva urine mucus mucosa chyme fluid
    capillary arteriole venule sinusoid atrium atria ventricle septum aorta vena cava tract canal
    tube tubule nephron glomerulus glomeruli capsule follicle tonsil thymus lymphocyte leukocyte
    phagocyte macrophage neutrophil eosinophil basophil monocyte platelet erythrocyte granulocyte
    hepatocyte osteoblast osteoclast keratinocyte melanocyte fibroblast astrocyte thrombocyte
    chondrocyte adipocyte gamete sperm egg ovum embryo fetus placenta cord system nucleus nuclei
    organelle mitochondrion mitochondria ribosome cytoplasm chromosome gene receptor channel pump
    hormone enzyme protein antibody antigen collagen hemoglobin insulin glucagon cortisol
    aldosterone estrogen progesterone testosterone prolactin oxytocin melatonin thyroxine
    adrenaline epinephrine bilirubin cholesterol hypothalamus pituitary thalamus cerebellum
    cerebrum midbrain pons brainstem hippocampus root horn column tube wall layer lining sphincter
    esophagus gallbladder appendix duodenum jejunum ileum cecum breast nipple vagina penis
    scrotum eyelid limb arm leg hand foot finger toe neck head chest abdomen back hip knee
    ankle wrist elbow shoulder pacemaker villus villi cilia flagella hypha hyphae spore mycelium
    larva larvae nymph cyst trophozoite oocyst mite tick worm tapeworm louse flea mosquito virus
    bacterium bacteria fungus fungi yeast parasite protozoan amoeba toxin
    receptor ion chromosome neurotransmitter cytokine histamine filament trabecula trabeculae
    lymphatics sinus lymphoid nerves lacteal nodule patch ossicle myelin sarcolemma sarcomere
"""
_PARTS = frozenset(_PARTS_WORDS.split())
_LIKE = re.compile(
    r"^\w{3,}(?:cytes?|blasts?|clasts?|globins?|viruse?s?|bacter(?:ia|ium)?|cocc(?:us|i)|mycetes?"
    r"|ases?|phages?|ganglia|plexuse?s?)$"
)
_NO_ENZYME = re.compile(r"^(?:dis|in|re|de)?(?:ease|crease|lease|phase|base|case|chase)s?$")
_SYSTEM = re.compile(
    r"(?:vous|mune|phatic|latory|vascular|stive|inary|crine|uctive|letal|muscular|lymphoid|atory"
    r"|limbic|complement|portal|poietic|renal|tory|venous|iliary|nital|athetic|mentary|testinal"
    r"|rteric|nomic|omatic|enteric|duction)\ssystems?\b"
)
"""Systems of the body, by the end of the word before: 'nervous', 'immune'."""
_BEHIND = re.compile(
    r"\s(?:of|in|on|at|to|for|from|with|by|that|which|who|between|within|around|under|near|along"
    r"|called|known|through|outside|inside|below|above|behind|attached|connected)\b.*$"
)
_BRACKET = re.compile(r"\s*\([^()]*\)")


def head_of(phrase: str) -> str:
    """The noun that a phrase is about, in small letters: 'veins' of 'the veins of the leg'."""
    bare = _BEHIND.sub("", _BRACKET.sub("", phrase.strip(" .,")))
    words = re.findall(r"[\w’'-]+", bare.lower())
    return words[-1] if words else ""


@lru_cache(maxsize=8192)
def names_part(phrase: str) -> bool:
    """Whether a phrase is about a part of a living thing, or a living thing too small to see."""
    head = head_of(phrase)
    if not head or (head in {"system", "systems"} and not _SYSTEM.search(phrase.lower())):
        return False
    known = head in _PARTS or singular(head) in _PARTS or head.removesuffix("es") in _PARTS
    return known or (_LIKE.match(head) is not None and not _NO_ENZYME.match(head))


def mentions_part(text: str) -> bool:
    """Whether any word of a text names a part of a living thing."""
    return any(names_part(word) for word in re.findall(r"[A-Za-z]{3,}", text))
