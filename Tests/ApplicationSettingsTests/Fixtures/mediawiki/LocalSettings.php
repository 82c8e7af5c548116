<?php
# The settings of a wiki that mails through a relay.
$wgServer = "https://wiki.example.org";
$wgEnableEmail = true;
$wgUserEmailUseReplyTo = true;
$wgPasswordSender = 'wiki@example.org';
$wgNoReplyAddress = 'noreply@example.org';
$wgSMTP = [
	'host' => 'ssl://smtp.example.org', // as the provider says
	'port' => 465,
	'auth' => 'LOGIN',
	'username' => 'wiki@example.org',
	'password' => 'geheim-4711',
	'localhost' => 'web.example.org',
	'IDHost' => 'id.example.org',
];
