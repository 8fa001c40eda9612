-- One identity of a provider's for an account, even when two people arrive with the same address in the same moment.
create unique index if not exists external_identity_once on external_identities (issuer, office_id, staff_id);
