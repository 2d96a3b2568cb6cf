"""Names of those that pictures come from, in lower case."""

from __future__ import annotations

from collections.abc import Set

_AGENCIES_NAMES = (
    "getty|getty images|getty image|afp|afp photo|epa|epa-efe|reuters|thomson reuters|ap|ap photo|"
    "ap photos|ap images|associated press|the associated press|bloomberg|bloomberg news|"
    "shutterstock|shutterstock.com|istock|istockphoto|istockphoto.com|istock.com|pixabay|unsplash|"
    "pexels|flickr|wikimedia|wikimedia commons|wikipedia|zuma|zuma press|zuma wire|zumapress|"
    "zumapress.com|pa|pa wire|pa images|pa media|pa archive|press association|alamy|"
    "alamy stock photo|alamy live news|rex|rex features|rex usa|xinhua|tass|sipa|sipa usa|"
    "sipa press|nurphoto|polaris|landov|corbis|redux|redux pictures|newscom|tns|mct|upi|anadolu|"
    "anadolu agency|dpa|kyodo|kyodo news|yonhap|ritzau|ansa|magnum|magnum photos|thinkstock|"
    "dreamstime|depositphotos|adobe stock|cq roll call|cq-roll call|roll call|tribune news service|"
    "canadian press|the canadian press|sopa images|wireimage|filmmagic|lightrocket|barcroft media|"
    "pacific press|mediapunch|splash|splash news|backgrid|swns|handout|pool|pool photo|"
    "agence france-presse|nasa|european pressphoto agency|usa today|usa today sports|"
    "usa today network|glowimages|fotolia|picture alliance|eyevine|universal images group|bettmann|"
    "hulton archive|icon sportswire|imagn|imagn images|avalon|tt news agency|efe|cna|sportsfile|inpho|"
    "swns|swns.com|caters|caters news|caters news agency|south west news service|mirrorpix|wenn|"
    "wenn.com|photoshot|camera press|pti|pti photo|ani|ani photo|ians|afp forum|aap|aap image|ntb|"
    "ntb scanpix|lehtikuva|belga|belga image|keystone|anp|lusa|action images|offside|colorsport|"
    "popperfoto|gallo images|ullstein bild|akg-images|everett collection|everett|kobal|press eye|"
    "pacemaker|pacemaker press|bpm media|"
    "google maps|google street view|google earth|screenshot|screengrab|maxar|maxar technologies|"
    "planet labs|noaa|"
    "european space agency|esa|us navy|us army|us air force|u.s. navy|u.s. army|u.s. air force"
)
AGENCIES = frozenset(_AGENCIES_NAMES.split("|"))
WORDS_OF_AGENCIES = frozenset(name.removeprefix("the ").partition(" ")[0].strip(".") for name in AGENCIES)
"""Of which one stands wherever an agency is named."""
_NETWORKS_NAMES = (
    "facebook|twitter|instagram|youtube|tiktok|snapchat|linkedin|google|staff|contributed|submitted|"
    "supplied|stock|file|handout"
)
NETWORKS = frozenset(_NETWORKS_NAMES.split("|"))
"""What stands for an agency after a slash or “via”, and nowhere else."""
_PICTURES_NAMES = (
    "getty|getty images|afp|ap photo|shutterstock|shutterstock.com|istock|istockphoto|pixabay|"
    "unsplash|pexels|alamy|alamy stock photo|wikimedia commons|thinkstock|dreamstime|depositphotos|"
    "adobe stock|nurphoto|newscom|nurphoto getty images|ap|epa|stock photo|file photo|handout photo|"
    "stock image|image source|courtesy|courtesy photo|courtesy image|courtesy of family|family photo|"
    "submitted|submitted photo|supplied|supplied photo|supplied image|contributed|contributed photo|"
    "provided|photo provided|provided photo|photo supplied|photo submitted|screengrab|screen grab|"
    "screenshot|screen shot|library image|library picture|library photo|archive photo|archive image|"
    "archive picture|file picture|file pic|file image|staff photo|pool photo|press photo|publicity photo|"
    "representative image|representational image|representational photo|generic image|generic photo|"
    "sportsfile|inpho|swns|swns.com|caters|caters news|caters news agency|mirrorpix|wenn|wenn.com|"
    "splash news|backgrid|rex features|zuma press|action images|colorsport|google street view|"
    "crown copyright|pa wire|pa images|picture alliance|pti photo|ani photo|afp photo|reuters photo"
)
PICTURES = frozenset(_PICTURES_NAMES.split("|"))
"""What stands for nothing but a picture's source where it is a line of its own."""


def is_agency(text: str, agencies: Set[str] = AGENCIES) -> bool:
    """Tell whether a text is the name of an agency, stops and blanks around it left aside."""
    bare = text.strip(" .")
    # “PA” is an agency, “Pa.” is Pennsylvania.
    return bare.lower() in agencies and (len(bare) > 4 or bare.isupper() or bare in ("Pool", "Rex", "dpa"))
