<?php
/* Written by the configuration manager. */
$conf['title'] = 'Wiki';
$conf['baseurl'] = 'https://wiki.example.org/';
$conf['mailfrom'] = 'Wiki <wiki@example.org>';
$conf['mailreturnpath'] = 'bounces@example.org';
$conf['plugin']['smtp']['smtp_host'] = 'smtp.example.org';
$conf['plugin']['smtp']['smtp_port'] = 587;
$conf['plugin']['smtp']['smtp_ssl'] = 'tls';
$conf['plugin']['smtp']['auth_user'] = 'wiki';
