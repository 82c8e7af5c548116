extension DokuWikiConduct {
  var guide: ApplicationGuide? {
    ApplicationGuide(
      change: "",
      trial:
        "Admin page \"check SMTP configuration\" of the smtp plugin. \"Message was sent\" means that the server took it, "
        + "not that it arrived. Type auth_pass again each time you save the form: it comes up empty, and is saved so. Turn "
        + "debug off afterwards.",
      logs:
        "The page itself (take out the lines behind AUTH LOGIN before you show it); the error log of the web server, "
        + "and /var/log/mail.log or /var/log/maillog for mail().")
  }
}
