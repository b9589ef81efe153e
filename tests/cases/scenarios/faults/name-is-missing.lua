-- expect: 2: string expected, got table
return scenario { title = 1 }
