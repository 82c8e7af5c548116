<?php
if ( !defined( 'MEDIAWIKI' ) ) { exit; }
require_once "$IP/extensions/Foo/Foo.php";
$wgServer = 'https://wiki.' . 'example.org:8080'; # joined
$wgPasswordSender = <<<'TEXT'
  wiki@example.org
  TEXT;
/* $wgSMTP = false; */
$wgSMTP = array(
	"host" => 'tls://smtp.example.org', ## TLS from the start
	#'port' => 25,
	'port' => "465",
	'auth' => TRUE,
	'username' => "wiki\x40example.org", // the account
	'password' => 'se\'cret',
	'socket_options' => [ 'ssl' => [ 'verify_peer_name' => false ] ],
	'colour' => 'blue',
);
$wgSMTP['localhost'] = 'wiki.example.org';
if ( $wgCommandLineMode ) $wgNoReplyAddress = 'a@example.org';
