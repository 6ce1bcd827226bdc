"""The settings, all from the environment and safe by default. Names and meanings: docs/guide/web.md.

NEEDLECARE_MODE is `real` (the default), `demo` (one machine, a clinic that does not exist) or `test`.
"""

from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF

env = environ.Env()
PACKAGE = Path(__file__).parent
MODE = env.str("NEEDLECARE_MODE", default="real")
if MODE not in ("real", "demo", "test"):
    raise environ.ImproperlyConfigured(f"NEEDLECARE_MODE must be real, demo or test, not {MODE!r}")
REAL = MODE == "real"
DATA = Path(env.str("NEEDLECARE_DATA", default="needlecare-data")).resolve()

DEMO_SECRET = "this secret is public and serves the demonstration alone, never real patients"
SECRET_KEY = env.str("NEEDLECARE_SECRET_KEY", default="" if REAL else DEMO_SECRET)
DEBUG = False
ALLOWED_HOSTS = env.list(
    "NEEDLECARE_HOSTS", default=["localhost", "127.0.0.1", "[::1]", *(["testserver"] * (not REAL))]
)
ADDRESS = env.str("NEEDLECARE_ADDRESS", default="http://127.0.0.1:8000").rstrip("/")  # as in links that are sent
HTTPS = env.bool("NEEDLECARE_HTTPS", default=REAL)
CSRF_TRUSTED_ORIGINS = [ADDRESS]

INSTALLED_APPS = [
    "needlecare.web.accounts",
    "needlecare.web.journal",
    "needlecare.web.clinic",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_htmx",
    "django_q",
]
MIDDLEWARE = [  # the headers first, so that redirects and refusals of all the others have them too
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "needlecare.web.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "needlecare.web.journal.middleware.DeviceMiddleware",
]
ROOT_URLCONF = "needlecare.web.urls"
WSGI_APPLICATION = "needlecare.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "templates"],
        "OPTIONS": {
            "environment": "needlecare.web.jinja.environment",
            "context_processors": ["needlecare.web.context.everywhere"],
        },
    },
    {  # Django's admin
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA / 'needlecare.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["ATOMIC_REQUESTS"] = False  # actions hold the transactions
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        " PRAGMA secure_delete=ON;",  # what was erased is overwritten
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {  # in the database what all workers count together: attempts to sign in; its table is made by a migration
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "attempts",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    "queue": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "needlecare.web.accounts.adapter.StaffAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ALLAUTH_TRUSTED_PROXY_COUNT = int(env.bool("NEEDLECARE_PROXY", default=False))
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "clinic:patients"
ACCOUNT_LOGOUT_REDIRECT_URL = "public:home"

SESSION_COOKIE_AGE = 12 * 60 * 60  # of staff: a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = ("__Host-staff", "__Host-csrf") if HTTPS else ("staff", "csrf")
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "needlecare.web.errors.forged"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no further cookie
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("NEEDLECARE_PROXY", default=False) else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"  # with "no-referrer" browsers send `Origin: null`, and no form passes
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]  # never on a disk
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

STATIC_URL = "static/"
STATICFILES_DIRS = [PACKAGE / "built"]  # made by tools/assets
STATIC_ROOT = PACKAGE / "served"
STORAGES = {"staticfiles": {"BACKEND": "needlecare.web.storage.StaticFiles"}}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

EMAIL_CONFIG = env.email_url("NEEDLECARE_EMAIL", default="consolemail://" if REAL else "dummymail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("NEEDLECARE_EMAIL_FROM", default="Needlecare <needlecare@localhost>")
Q_CLUSTER = {
    "name": "needlecare", "orm": "default", "workers": 1, "timeout": 120, "retry": 300, "max_attempts": 5,
    "catch_up": False, "poll": 2, "label": "Queue", "save_limit": 50, "ack_failures": False, "cache": "queue",
}  # fmt: skip
LOGGING = {  # what happened and where, never what a patient said
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django-q": {"level": "WARNING"}},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
