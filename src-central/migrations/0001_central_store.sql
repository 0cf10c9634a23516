CREATE TABLE settings (
  name  text PRIMARY KEY,
  value text NOT NULL
);
-- Another epoch tells laptops that the history was set back to a backup: whoever restores one changes it.
INSERT INTO settings (name, value) VALUES ('epoch', gen_random_uuid()::text);

CREATE TABLE accounts (
  id            uuid PRIMARY KEY,
  email         text NOT NULL UNIQUE,
  display_name  text NOT NULL,
  role          text NOT NULL CHECK (role IN ('INSPECTOR', 'SUPERVISOR', 'ADMINISTRATOR')),
  password_hash text NOT NULL
);

-- By hash of the address, so that an unknown address waits like a known one.
CREATE TABLE sign_in_attempts (
  email_hash text PRIMARY KEY,
  attempts   integer NOT NULL,
  wait_until timestamptz NOT NULL
);

CREATE TABLE access_tokens (
  token_hash text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  expires_at timestamptz NOT NULL
);

CREATE TABLE devices (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL REFERENCES accounts (id),
  name        text NOT NULL,
  enrolled_at timestamptz NOT NULL DEFAULT now(),
  last_mid    bigint NOT NULL DEFAULT 0,
  last_hash   text
);

CREATE TABLE certificates (
  serial     text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  device_id  uuid REFERENCES devices (id),
  pem        text NOT NULL,
  issued_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE packages (
  agreement_no text PRIMARY KEY,
  version      integer NOT NULL,
  convention   jsonb NOT NULL,
  listings     jsonb NOT NULL,
  bytes        bigint NOT NULL,
  row_count    bigint NOT NULL
);

-- One inspection is one scope; `seq` counts its changes and is locked until commit.
CREATE TABLE inspections (
  id             uuid PRIMARY KEY,
  agreement_no   text NOT NULL REFERENCES packages (agreement_no),
  inspector_id   uuid NOT NULL REFERENCES accounts (id),
  checked_out_by uuid REFERENCES devices (id),
  submitted      boolean NOT NULL DEFAULT false,
  seq            bigint NOT NULL DEFAULT 0
);
CREATE INDEX inspections_inspector ON inspections (inspector_id);

CREATE TABLE checkouts (
  no              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inspection_id   uuid NOT NULL REFERENCES inspections (id),
  device_id       uuid NOT NULL REFERENCES devices (id),
  previous_device uuid REFERENCES devices (id),
  taken_at        timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE records (
  kind          text NOT NULL,
  id            uuid NOT NULL,
  inspection_id uuid NOT NULL REFERENCES inspections (id),
  seq           bigint NOT NULL,
  deleted       boolean NOT NULL,
  data          jsonb NOT NULL,
  fields        jsonb NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX records_pull ON records (inspection_id, seq);

CREATE TABLE conflicts (
  id            uuid PRIMARY KEY,
  inspection_id uuid NOT NULL REFERENCES inspections (id),
  kind          text NOT NULL,
  rec           uuid NOT NULL,
  mutation_id   uuid NOT NULL,
  reason        text NOT NULL,
  fields        jsonb NOT NULL,
  seq           bigint NOT NULL,
  resolved_by   uuid
);
CREATE INDEX conflicts_pull ON conflicts (inspection_id, seq);

-- The log: each change as it came, what became of it, and the hash chain of its device.
CREATE TABLE mutations (
  device_id   uuid NOT NULL REFERENCES devices (id),
  mid         bigint NOT NULL,
  id          uuid NOT NULL,
  account_id  uuid NOT NULL REFERENCES accounts (id),
  -- Null when the change was malformed.
  scope       uuid,
  mutation    jsonb NOT NULL,
  answer      jsonb NOT NULL,
  -- What the central store changed itself because of it, such as the inspection's state.
  effect      jsonb,
  hash        text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (device_id, mid)
);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log of mutations is only added to';
END $$;
CREATE TRIGGER mutations_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON mutations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Files in the content folder. They belong to the inspector who sent them: knowing a hash is not having the file.
CREATE TABLE blobs (
  inspector_id uuid NOT NULL REFERENCES accounts (id),
  sha256       text NOT NULL,
  size         bigint NOT NULL,
  received_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (inspector_id, sha256)
);

CREATE TABLE rejected_rows (
  no           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agreement_no text NOT NULL,
  listing      text NOT NULL,
  file_name    text NOT NULL,
  line         integer NOT NULL,
  reasons      jsonb NOT NULL
);
