<?php
$wgServer = "https://wiki.example.org";
$wgPasswordSender = "apache@localhost";
$wgSMTP = array(
  'host' => 'smtp.example.org', # the relay
  'port' => "465",
  'auth' => true,
  'username' => getenv( 'SMTP_USER' ),
  'password' => 'secret'
