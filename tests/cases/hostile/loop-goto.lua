-- A loop made of goto alone.
-- expect: work
::again::
goto again
