"""The words a case may use: ids of signs, history, medicines, care and places, and what people call them.

Source: docs/guide/case.md. The entries in signs.toml and facts.toml describe these ids; the loader holds them together.
"""

from typing import Literal, get_args

Severity = Literal["none", "mild", "moderate", "severe"]
ToldSeverity = Literal["none", "mild", "moderate", "severe", "there"]  # there: nobody said how strong
SEVERITIES: tuple[Severity, ...] = get_args(Severity)

Level = Literal["self-care", "contact-provider", "same-day", "emergency"]
LEVELS: tuple[Level, ...] = get_args(Level)

SignId = Literal[
    "erythema", "oedema", "pain", "warmth", "itch", "burning", "tightness", "dryness", "flaking", "crusting",
    "bruising", "bleeding", "papules", "pustules", "comedones", "milia", "nodules", "plaques", "vesicles", "hives",
    "discharge", "ulceration", "skin_blanching", "skin_blackening", "hyperpigmentation", "hypopigmentation",
    "scarring", "hollowing", "numbness", "lymphadenopathy", "periorbital_swelling", "eye_pain", "vision_change",
    "face_swelling", "tongue_swelling", "breathing_difficulty", "chills", "vomiting", "palpitations", "confusion",
    "seizure", "fainting", "malaise",
]  # fmt: skip
SIGNS: tuple[SignId, ...] = get_args(SignId)

HistoryId = Literal[
    "acne", "rosacea", "eczema", "psoriasis", "cold_sores", "keloid", "melasma", "metal_allergy", "contact_allergy",
    "diabetes", "immunosuppression", "bleeding_disorder", "dark_marks", "autoimmune_disease", "malassezia",
    "granuloma", "heart_disease", "liver_disease", "warts", "skin_cancer", "recent_peel", "recent_laser",
    "recent_sunburn", "recent_filler", "breastfeeding",
]  # fmt: skip

MedicineId = Literal[
    "isotretinoin", "anticoagulant", "oral_steroid", "topical_steroid", "antibiotic", "antiviral", "nsaid",
    "immunosuppressant", "topical_retinoid", "benzoyl_peroxide", "photosensitiser", "hormonal_contraceptive",
    "chemotherapy",
]  # fmt: skip

CareId = Literal[
    "cleansed_gently", "picked", "scrubbed", "touched", "makeup", "sweated", "sun", "sunscreen", "moisturised",
    "retinoid", "acids", "vitamin_c", "benzoyl_peroxide", "fragrance", "oils", "occlusive", "new_product",
    "unapproved_serum", "shaved", "waxed", "swam", "sauna", "tap_water_device", "shared_towel", "ice", "alcohol_drink",
]  # fmt: skip

AreaId = Literal[
    "face", "forehead", "cheeks", "nose", "chin", "around_mouth", "around_eyes", "jaw", "neck", "chest", "back",
    "scalp", "arms", "hands", "abdomen", "thighs", "legs", "buttocks",
]  # fmt: skip

Sex = Literal["female", "male", "other"]
SkinType = Literal["oily", "dry", "combination", "normal", "sensitive"]
Device = Literal["pen", "roller", "stamp", "rf", "other"]
Setting = Literal["clinic", "home"]
Distribution = Literal["localised", "diffuse", "clustered", "spreading", "linear_tracks", "grid"]
Trend = Literal["improving", "stable", "worsening"]
CountId = Literal["papules", "pustules", "comedones", "milia", "nodules", "vesicles"]
ProductKind = Literal["leave_on", "rinse_off"]

SIGN_SYNONYMS: dict[str, SignId] = {
    "redness": "erythema", "red": "erythema", "flushing": "erythema", "red_skin": "erythema", "pinkness": "erythema",
    "swelling": "oedema", "edema": "oedema", "puffiness": "oedema", "swollen": "oedema",
    "soreness": "pain", "tenderness": "pain", "sore": "pain", "ache": "pain", "hurting": "pain",
    "heat": "warmth", "hot_skin": "warmth", "hotness": "warmth", "warm_skin": "warmth",
    "itching": "itch", "itchiness": "itch", "pruritus": "itch", "itchy": "itch",
    "stinging": "burning", "tingling": "burning", "burning_sensation": "burning",
    "tight_skin": "tightness", "tight": "tightness", "dry_skin": "dryness", "dry": "dryness", "xerosis": "dryness",
    "peeling": "flaking", "scaling": "flaking", "flakes": "flaking", "desquamation": "flaking",
    "scabs": "crusting", "crusts": "crusting", "scabbing": "crusting", "crust": "crusting", "micro_scabs": "crusting",
    "bruises": "bruising", "bruise": "bruising", "haematoma": "bruising", "hematoma": "bruising", "purpura": "bruising",
    "bleeding_points": "bleeding", "pinpoint_bleeding": "bleeding", "blood": "bleeding",
    "pimples": "papules", "bumps": "papules", "spots": "papules", "breakout": "papules", "zits": "papules",
    "red_bumps": "papules", "acne": "papules", "acne_bumps": "papules",
    "whiteheads": "pustules", "pus_bumps": "pustules", "pus_spots": "pustules", "pimples_with_pus": "pustules",
    "pus_filled_pimples": "pustules", "yellow_spots": "pustules",
    "blackheads": "comedones", "clogged_pores": "comedones", "closed_comedones": "comedones", "milium": "milia",
    "milk_spots": "milia", "white_hard_bumps": "milia",
    "lumps": "nodules", "deep_lumps": "nodules", "cysts": "nodules", "deep_bumps": "nodules", "granulomas": "nodules",
    "raised_patches": "plaques", "firm_patches": "plaques",
    "blisters": "vesicles", "small_blisters": "vesicles", "cold_sore": "vesicles", "fluid_blisters": "vesicles",
    "welts": "hives", "urticaria": "hives", "wheals": "hives", "weals": "hives",
    "pus": "discharge", "oozing": "discharge", "weeping": "discharge", "yellow_fluid": "discharge",
    "sores": "ulceration", "ulcers": "ulceration", "open_sores": "ulceration", "punched_out_sores": "ulceration",
    "erosions": "ulceration",
    "white_patch": "skin_blanching", "blanching": "skin_blanching", "white_patches": "skin_blanching",
    "black_patch": "skin_blackening", "black_skin": "skin_blackening", "grey_patch": "skin_blackening",
    "gray_patch": "skin_blackening", "necrosis": "skin_blackening", "blackening": "skin_blackening",
    "dark_patches": "hyperpigmentation", "dark_spots": "hyperpigmentation", "dark_marks": "hyperpigmentation",
    "brown_patches": "hyperpigmentation", "pih": "hyperpigmentation", "darkening": "hyperpigmentation",
    "light_patches": "hypopigmentation", "pale_patches": "hypopigmentation",
    "scars": "scarring", "scar": "scarring", "track_marks": "scarring", "tram_tracks": "scarring",
    "dents": "hollowing", "fat_loss": "hollowing", "sunken_skin": "hollowing", "volume_loss": "hollowing",
    "numb": "numbness", "loss_of_feeling": "numbness",
    "swollen_glands": "lymphadenopathy", "tender_glands": "lymphadenopathy", "swollen_lymph_nodes": "lymphadenopathy",
    "neck_glands": "lymphadenopathy", "tender_neck_glands": "lymphadenopathy",
    "eye_swelling": "periorbital_swelling", "swollen_eye": "periorbital_swelling",
    "swollen_eyes": "periorbital_swelling",
    "swollen_eyelids": "periorbital_swelling", "puffy_eyes": "periorbital_swelling",
    "sore_eye": "eye_pain", "painful_eye": "eye_pain", "blurred_vision": "vision_change",
    "vision_changes": "vision_change", "double_vision": "vision_change", "loss_of_vision": "vision_change",
    "swollen_face": "face_swelling", "facial_swelling": "face_swelling", "lip_swelling": "face_swelling",
    "swollen_lips": "face_swelling", "swollen_tongue": "tongue_swelling", "throat_swelling": "tongue_swelling",
    "trouble_breathing": "breathing_difficulty", "shortness_of_breath": "breathing_difficulty",
    "breathlessness": "breathing_difficulty", "wheezing": "breathing_difficulty", "difficulty_breathing":
    "breathing_difficulty", "shivering": "chills", "shivers": "chills", "rigors": "chills", "being_sick": "vomiting",
    "sickness": "vomiting", "throwing_up": "vomiting", "racing_heart": "palpitations",
    "irregular_heartbeat": "palpitations", "fast_heartbeat": "palpitations", "tachycardia": "palpitations",
    "drowsiness": "confusion", "disorientation": "confusion", "confused": "confusion", "fit": "seizure",
    "fits": "seizure", "seizures": "seizure", "convulsion": "seizure", "faint": "fainting", "fainted": "fainting",
    "collapse": "fainting", "passing_out": "fainting", "syncope": "fainting", "feeling_unwell": "malaise",
    "unwell": "malaise", "tiredness": "malaise", "fatigue": "malaise",
}  # fmt: skip
