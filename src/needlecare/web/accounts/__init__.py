"""Who works where: staff accounts, clinics, and the protocols of clinics."""
