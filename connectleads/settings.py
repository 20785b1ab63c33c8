"""Django's settings: what the environment says (connectleads.config) put into Django's words."""

from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from connectleads.cache_keys import private_key
from connectleads.config import ROOT, read_config
from connectleads.identity_providers import allauth_apps
from connectleads.local_stack import LocalStack
from connectleads.log_settings import log_settings
from connectleads.staff_navigation import STAFF_NAVIGATION

CONFIG = read_config()
LOCAL_STACK = LocalStack(CONFIG.var_dir) if CONFIG.embedded else None

SECRET_KEY = CONFIG.secret_key
DEBUG = CONFIG.debug
ALLOWED_HOSTS = list(CONFIG.allowed_hosts)
CSRF_TRUSTED_ORIGINS = list(CONFIG.csrf_trusted_origins)
PUBLIC_URL = CONFIG.public_url
COLLECTOR_URL = CONFIG.collector_url
VAR_DIR = CONFIG.var_dir

INSTALLED_APPS = [
    "connectleads",
    "connectleads.tenancy",
    "consent",
    "tracking",
    "enrichment",
    "dashboard",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "unfold",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "rest_framework",
    "drf_spectacular",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "connectleads.stack_room.stack_room",
    "django.middleware.security.SecurityMiddleware",
    "tracking.door.DoorMiddleware",
    "dashboard.privacy.door.PublicPagesMiddleware",
    "connectleads.request_log.RequestLogMiddleware",
    "connectleads.browser_policy.BrowserPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "connectleads.accounts.suspended_request.SuspendedRequestMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "connectleads.urls"
WSGI_APPLICATION = "connectleads.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {"heroicons": "dashboard.templatetags.drawn_icons"},
        },
    }
]

# PostgreSQL ---------------------------------------------------------------------------------------------------------
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "connectleads.tenancy.backend",
        "CONN_MAX_AGE": 900 if CONFIG.database_role == "worker" else 60,  # a drain makes tables for its session
        "CONN_HEALTH_CHECKS": True,
        "BEFORE_CONNECT": LOCAL_STACK.postgres if LOCAL_STACK else None,
        **CONFIG.database,
    }
}
DATABASE_ROLE = CONFIG.database_role
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "tenancy.User"

# Valkey -------------------------------------------------------------------------------------------------------------
STREAM_URL = CONFIG.stream_url
STREAM_BEFORE_CONNECT = LOCAL_STACK.valkey if LOCAL_STACK else None
MACHINE_RANGES = "enrichment.machine_ranges.machine_ranges"
STREAM_SHARDS = CONFIG.shards
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CONFIG.cache_url,
        "KEY_FUNCTION": private_key,
    }
}
CELERY = {
    "broker_url": CONFIG.broker_url,
    "broker_connection_retry_on_startup": True,
    "task_acks_late": True,
    "task_ignore_result": True,
    "task_time_limit": 300,
    "task_soft_time_limit": 240,
    "task_default_queue": "connectleads",
    "task_routes": {"enrichment.tasks.serve_registry": {"queue": "lookups"}},
    "worker_prefetch_multiplier": 1,
    "worker_hijack_root_logger": False,
    "worker_send_task_events": False,
    "timezone": "UTC",
}

# Hits ---------------------------------------------------------------------------------------------------------------
HIT_KEYS = CONFIG.hit_keys
HASH_KEY = CONFIG.hash_key
TRUSTED_PROXIES = CONFIG.trusted_proxies
HITS_PER_SECOND_AND_SITE = CONFIG.hits_per_second_and_site
HITS_PER_SECOND_AND_NEIGHBOURHOOD = CONFIG.hits_per_second_and_neighbourhood
MOST_WAITING_HITS = CONFIG.most_waiting_hits
LAG_ALARM_SECONDS = CONFIG.lag_alarm_seconds
ASIDE_ALARM_ENTRIES = CONFIG.aside_alarm_entries

# Who is behind an address ---------------------------------------------------------------------------------------------
ASN_DATABASE = CONFIG.asn_database
REGISTRIES = CONFIG.sources.registries
REGISTRIES_PERMITTED = CONFIG.sources.permitted
REGISTRY_CONTACT = CONFIG.sources.registry_contact
REGISTRY_SERVERS: dict[str, str] = {}  # other servers than IANA's table names, by registry
REVERSE_DNS = CONFIG.sources.reverse_dns
REVERSE_DNS_PER_DAY = CONFIG.sources.reverse_dns_per_day
OWN_RANGES = CONFIG.sources.own_ranges
NETWORK_DATABASE_URL = CONFIG.sources.network_database_url
KIND_LIST_URLS = CONFIG.sources.kind_list_urls  # kind, name and address of each
KIND_LISTS_URL = CONFIG.sources.kind_lists_url

# Accounts -----------------------------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "connectleads.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "connectleads.accounts.sign_up.SignUpFields"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "ConnectLeads: "
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_SESSION_REMEMBER = True
SIGN_UP_IS_OPEN = CONFIG.sign_up_is_open
MFA_ADAPTER = "connectleads.accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "ConnectLeads"
MFA_TOTP_TOLERANCE = 1  # one step of 30 seconds, for a telephone whose clock is off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not CONFIG.secure  # browsers allow it on localhost alone
SOCIALACCOUNT_ADAPTER = "connectleads.accounts.adapter.OtherAccountAdapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": allauth_apps(CONFIG.identity_providers)}}
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # a provider's word for an address opens no account that exists here
USERSESSIONS_TRACK_ACTIVITY = False
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "/accounts/login/"

# Programs -----------------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {"TITLE": "ConnectLeads", "VERSION": "1", "SERVE_INCLUDE_SCHEMA": False}

# Staff --------------------------------------------------------------------------------------------------------------
UNFOLD = {
    "SITE_TITLE": "ConnectLeads",
    "SITE_HEADER": "ConnectLeads",
    "SIDEBAR": {"navigation": STAFF_NAVIGATION},
}

# Tenants ------------------------------------------------------------------------------------------------------------
RETENTION_CEILINGS = CONFIG.retention_ceilings
DELETION_GRACE_DAYS = CONFIG.deletion_grace_days
STAFF_PATH = CONFIG.staff_path
OPERATOR = CONFIG.operator
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if CONFIG.email_host else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = CONFIG.var_dir / "mail"
EMAIL_HOST = CONFIG.email_host
EMAIL_PORT = CONFIG.email_port
EMAIL_HOST_USER = CONFIG.email_user
EMAIL_HOST_PASSWORD = CONFIG.email_password
EMAIL_USE_TLS = CONFIG.email_port == 587
EMAIL_USE_SSL = CONFIG.email_port == 465
EMAIL_TIMEOUT = 10  # seconds; some mails go out while a row is locked
DEFAULT_FROM_EMAIL = SERVER_EMAIL = CONFIG.email_from

# Words and time -----------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [ROOT / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# Files and headers --------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = CONFIG.static_root
STATICFILES_DIRS = [ROOT / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *(provider.origin for provider in CONFIG.identity_providers)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = False  # the TLS front redirects
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.secure else None
SECURE_HSTS_SECONDS = 31536000 if CONFIG.secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = CONFIG.secure
SILENCED_SYSTEM_CHECKS = [
    "security.W008",  # the TLS front redirects to HTTPS
    "security.W021",  # preloading HSTS is for the owner of the domain to decide
]
SESSION_COOKIE_NAME = "connectleads_session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = CONFIG.secure
CSRF_FAILURE_VIEW = "dashboard.stale_form.stale_form"
CSRF_COOKIE_NAME = "connectleads_csrf"
LANGUAGE_COOKIE_NAME = "connectleads_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
CSRF_COOKIE_HTTPONLY = SESSION_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 4

LOGGING = log_settings(level=CONFIG.log_level, log_format=CONFIG.log_format)
