<?php
$wgServer = "https://wiki.good.example";
$wgPasswordSender = "wiki@good.example";
$wgUserEmailUseReplyTo = true;
$wgSMTP = [
  'host' => 'ssl://mail.good.example',
  'port' => 465,
  'auth' => true,
  'username' => 'wiki@good.example',
  'password' => 'correct horse battery staple',
];
