<?php
/** The settings of a site that mails through WP Mail SMTP. */
define( 'DB_PASSWORD', 'database-secret' );
define( 'WP_HOME', 'https://www.example.org' );
define( 'WPMS_ON', true );
define( 'WPMS_MAIL_FROM', 'site@example.org' );
define( 'WPMS_MAILER', 'smtp' );
define( 'WPMS_SET_RETURN_PATH', true );
define( 'WPMS_SMTP_HOST', 'smtp.example.org' ); // as the provider says
define( 'WPMS_SMTP_PORT', 465 );
define( 'WPMS_SSL', 'ssl' );
define( 'WPMS_SMTP_AUTH', true );
define( 'WPMS_SMTP_USER', 'site' );
define( 'WPMS_SMTP_PASS', 'geheim-4711' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
