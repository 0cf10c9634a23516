-- An inspection made on a laptop has no package of the office: its package comes as records of kind `package`. Naming an
-- agreement in its record must not open the office's package of it, so the column stays empty.
ALTER TABLE inspections ALTER COLUMN agreement_no DROP NOT NULL;
CREATE INDEX records_package ON records (inspection_id) WHERE kind = 'package';
