-- expect: 3: unexpected symbol near ','
return scenario "fault" {
  title = ,
}
