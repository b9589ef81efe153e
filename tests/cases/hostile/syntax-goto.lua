-- A goto to nowhere.
-- expect: error: no visible label
goto nowhere
