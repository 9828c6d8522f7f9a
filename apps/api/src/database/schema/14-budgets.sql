-- What anybody may ask for in a minute: buckets that fill up by and by, shared by all apis. They are neither logged nor dumped: when they are lost,
-- everybody begins anew with a full one.

GRANT USAGE ON SCHEMA budgets TO gongkai_app;

-- Takes so many units out of every bucket, or out of none; gives the seconds after which all would hold enough, 0 where they were taken.
-- A bucket holds what comes into it in 'fills_in' seconds. Nobody waits for a bucket of others: rows are locked in one order.
CREATE FUNCTION budgets.take(owners text[], sizes float8[], cost float8, fills_in float8) RETURNS float8
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  wait float8;
BEGIN
  INSERT INTO budgets.buckets AS b (owner, units, at)
    SELECT asked.owner, asked.size, clock_timestamp() FROM unnest(owners, sizes) AS asked(owner, size) ORDER BY asked.owner
    ON CONFLICT (owner) DO UPDATE SET at = clock_timestamp(),
      units = least(EXCLUDED.units, b.units + greatest(0, extract(epoch FROM clock_timestamp() - b.at)) * EXCLUDED.units / fills_in);
  SELECT max((least(cost, asked.size) - b.units) * fills_in / asked.size) INTO wait
    FROM unnest(owners, sizes) AS asked(owner, size) JOIN budgets.buckets b USING (owner);
  IF wait > 0 THEN RETURN ceil(wait); END IF;
  UPDATE budgets.buckets SET units = units - cost WHERE owner = ANY (owners);
  -- A bucket nobody has drawn on for long is full, and need not be kept.
  IF random() < 0.01 THEN
    DELETE FROM budgets.buckets WHERE at < clock_timestamp() - 2 * fills_in * interval '1 second';
  END IF;
  RETURN 0;
END $$;

REVOKE EXECUTE ON FUNCTION budgets.take FROM PUBLIC;
GRANT EXECUTE ON FUNCTION budgets.take TO gongkai_app;

COMMENT ON TABLE budgets.buckets IS 'Buckets that fill up by and by: what an address or an account may still ask for. Neither logged nor dumped.';
COMMENT ON COLUMN budgets.buckets.owner IS 'Whose.';
COMMENT ON COLUMN budgets.buckets.units IS 'What was in it.';
COMMENT ON COLUMN budgets.buckets.at IS 'When.';
