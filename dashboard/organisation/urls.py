"""Addresses of the pages on which an organisation is arranged."""

from django.urls import path

from dashboard.organisation import (
    api_keys,
    audit,
    deletion,
    general,
    joining,
    looking,
    members,
    plan,
    ranges,
    retention,
)

urlpatterns = [
    path("organisations/new/", joining.new_organisation, name="new_organisation"),
    path("invitations/<str:token>/", joining.invitation, name="invitation"),
    path("look/end/", looking.stop_looking, name="end_look"),
    path("app/<slug:slug>/settings/", general.general, name="organisation"),
    path("app/<slug:slug>/settings/members/", members.members, name="members"),
    path("app/<slug:slug>/settings/members/invite/", members.invite_member, name="invite_member"),
    path(
        "app/<slug:slug>/settings/members/invitations/<uuid:invitation_id>/withdraw/",
        members.withdraw,
        name="withdraw_invitation",
    ),
    path("app/<slug:slug>/settings/members/<uuid:member_id>/role/", members.role, name="member_role"),
    path("app/<slug:slug>/settings/members/<uuid:member_id>/remove/", members.remove, name="remove_member"),
    path("app/<slug:slug>/settings/members/<uuid:member_id>/transfer/", members.transfer, name="transfer_ownership"),
    path("app/<slug:slug>/settings/members/leave/", members.leave_tenant, name="leave_tenant"),
    path("app/<slug:slug>/settings/plan/", plan.plan, name="plan"),
    path("app/<slug:slug>/settings/retention/", retention.retention, name="retention"),
    path("app/<slug:slug>/settings/audit/", audit.audit, name="audit"),
    path("app/<slug:slug>/settings/audit/export/", audit.export, name="audit_export"),
    path("app/<slug:slug>/settings/keys/", api_keys.keys, name="api_keys"),
    path("app/<slug:slug>/settings/keys/<uuid:key_id>/revoke/", api_keys.revoke, name="revoke_api_key"),
    path("app/<slug:slug>/settings/ranges/", ranges.ranges, name="ranges"),
    path("app/<slug:slug>/settings/ranges/import/", ranges.import_list, name="import_ranges"),
    path("app/<slug:slug>/settings/ranges/<uuid:range_id>/remove/", ranges.remove, name="remove_range"),
    path("app/<slug:slug>/settings/delete/", deletion.delete_tenant, name="delete_tenant"),
    path("app/<slug:slug>/settings/delete/cancel/", deletion.keep_tenant, name="keep_tenant"),
]
