"""The settings of a shop; DEBUG = True would show too much."""
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent
DEBUG = False
ADMINS = [
    ("Operator", "operator@example.org"),
]
EMAIL_BACKEND = 'django.core.mail.backends.smtp.EmailBackend'
EMAIL_HOST: str = "smtp.example.org"  # the relay
EMAIL_PORT = 587
EMAIL_HOST_USER = 'shop' '@example.org' if False else 'shop@example.org'
EMAIL_HOST_USER = "shop@" + 'example.org'
EMAIL_HOST_PASSWORD = r'geheim\4711'
EMAIL_USE_TLS = True
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = "Shop <shop@example.org>"
SERVER_EMAIL = f"{os.environ['NAME']}@example.org"
