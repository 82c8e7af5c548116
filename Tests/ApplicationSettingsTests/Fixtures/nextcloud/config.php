<?php
$CONFIG = array (
  'instanceid' => 'oc1',
  'dbpassword' => 'database-secret',
  'trusted_domains' => array ( 0 => 'cloud.example.org' ),
  'overwrite.cli.url' => 'https://cloud.example.org',
  'mail_smtpmode' => 'smtp',
  'mail_smtphost' => 'smtp.example.org',
  'mail_smtpport' => '465',
  'mail_smtpsecure' => 'ssl',
  'mail_smtpauth' => 1,
  'mail_smtpname' => 'cloud',
  'mail_smtppassword' => 'geheim-4711',
  'mail_from_address' => 'cloud',
  'mail_domain' => 'example.org',
  'mail_smtpstreamoptions' => array ( 'ssl' => array ( 'verify_peer_name' => false ) ),
);
