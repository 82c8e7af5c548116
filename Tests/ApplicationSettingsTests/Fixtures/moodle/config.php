<?php  // Moodle configuration file
unset($CFG);
global $CFG;
$CFG = new stdClass();
$CFG->dbpass    = 'database-secret';
$CFG->wwwroot   = 'https://moodle.example.org/learn';
$CFG->smtphosts = 'smtp.example.org:587';
$CFG->smtpsecure = 'tls';
$CFG->smtpauthtype = 'LOGIN';
$CFG->smtpuser = 'moodle';
$CFG->smtppass = 'geheim-4711';
$CFG->noreplyaddress = 'noreply@example.org';
require_once(__DIR__ . '/lib/setup.php');
