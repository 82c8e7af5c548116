<?php
$wgServer = "https://wiki.good.example";
$wgPasswordSender = "jane@hoster.example";
$wgUserEmailUseReplyTo = true;
$wgSMTP = [
  'host' => 'ssl://mail.hoster.example',
  'port' => 465,
  'localhost' => 'wiki.good.example',
  'auth' => true,
  'username' => 'jane@hoster.example',
  'password' => 'correct horse battery staple',
];
