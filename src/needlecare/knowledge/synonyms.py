"""Other names that people give to history, medicines, care, devices and places. Those of signs: vocabulary.py."""

from needlecare.knowledge.vocabulary import CareId, Device, HistoryId, MedicineId, Setting

HISTORY_SYNONYMS: dict[str, HistoryId] = {
    "cold_sore": "cold_sores", "herpes": "cold_sores", "hsv": "cold_sores", "atopic_dermatitis": "eczema",
    "keloids": "keloid", "nickel_allergy": "metal_allergy", "haemophilia": "bleeding_disorder",
    "hemophilia": "bleeding_disorder", "lupus": "autoimmune_disease", "scleroderma": "autoimmune_disease",
    "sarcoidosis": "granuloma", "pih": "dark_marks", "immunosuppressed": "immunosuppression",
    "fungal_folliculitis": "malassezia", "sunburn": "recent_sunburn",
}  # fmt: skip

MEDICINE_SYNONYMS: dict[str, MedicineId] = {
    "roaccutane": "isotretinoin", "accutane": "isotretinoin", "blood_thinner": "anticoagulant",
    "blood_thinners": "anticoagulant", "anticoagulants": "anticoagulant", "warfarin": "anticoagulant",
    "steroid": "oral_steroid", "steroids": "oral_steroid", "prednisolone": "oral_steroid",
    "steroid_cream": "topical_steroid", "antibiotics": "antibiotic", "aciclovir": "antiviral",
    "valaciclovir": "antiviral", "ibuprofen": "nsaid", "aspirin": "nsaid", "retinoid": "topical_retinoid",
    "tretinoin": "topical_retinoid", "adapalene": "topical_retinoid", "immunosuppressants": "immunosuppressant",
}  # fmt: skip

CARE_SYNONYMS: dict[str, CareId] = {
    "gentle_cleansing": "cleansed_gently", "picking": "picked", "squeezed": "picked", "popped": "picked",
    "scrub": "scrubbed", "exfoliated": "scrubbed", "touching": "touched", "make_up": "makeup", "exercise": "sweated",
    "exercised": "sweated", "sweating": "sweated", "gym": "sweated", "sun_exposure": "sun", "spf": "sunscreen",
    "moisturiser": "moisturised", "moisturizer": "moisturised", "moisturized": "moisturised", "retinol": "retinoid",
    "acid": "acids", "exfoliating_acid": "acids", "perfume": "fragrance", "oil": "oils", "face_oil": "oils",
    "ointment": "occlusive", "heavy_cream": "occlusive", "petroleum_jelly": "occlusive", "shaving": "shaved",
    "waxing": "waxed", "swimming": "swam", "hot_tub": "sauna", "tap_water": "tap_water_device",
    "shared_towels": "shared_towel", "alcohol": "alcohol_drink",
}  # fmt: skip

DEVICE_SYNONYMS: dict[str, Device] = {
    "dermapen": "pen", "microneedling_pen": "pen", "dermaroller": "roller", "derma_roller": "roller",
    "dermastamp": "stamp", "radiofrequency": "rf", "rf_microneedling": "rf", "radiofrequency_microneedling": "rf",
}  # fmt: skip

SETTING_SYNONYMS: dict[str, Setting] = {
    "spa": "clinic", "salon": "clinic", "medical_spa": "clinic", "practice": "clinic", "at_home": "home",
}  # fmt: skip
