-- The operating system.
-- expect: error: unknown name 'os'
return os.execute("true")
