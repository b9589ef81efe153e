-- Files.
-- expect: error: unknown name 'io'
return io.open("/etc/passwd")
