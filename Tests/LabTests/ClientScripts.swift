/// The programs that applications send with, fed by the applications' own files of settings.
enum ClientScripts {
  /// MediaWiki: PEAR Mail takes `$wgSMTP` as it is; Net_SMTP speaks.
  static let pear = """
    error_reporting(E_ERROR);
    require 'Mail.php';
    require $argv[1];
    $mail = Mail::factory('smtp', $wgSMTP);
    $headers = ['From' => $wgPasswordSender, 'To' => 'reader@example.net', 'Subject' => 'hi'];
    $result = $mail->send(['reader@example.net'], $headers, "hi\\n");
    if (PEAR::isError($result)) { fwrite(STDERR, $result->getMessage()); exit(1); }
    """

  /// GitLab: the package writes the keys that are set into `smtp_settings`, and the mail gem takes them.
  static let mailGem = """
    require 'mail'
    class Settings
      attr_reader :rails
      def initialize; @rails = {}; end
      def gitlab_rails; @rails; end
      def external_url(url); end
    end
    file = Settings.new
    file.instance_eval(File.read(ARGV[0]))
    names = {
      'smtp_address' => :address, 'smtp_port' => :port, 'smtp_domain' => :domain, 'smtp_user_name' => :user_name,
      'smtp_password' => :password, 'smtp_tls' => :tls, 'smtp_enable_starttls_auto' => :enable_starttls_auto,
      'smtp_openssl_verify_mode' => :openssl_verify_mode
    }
    settings = names.filter_map { |key, name| [name, file.rails[key]] unless file.rails[key].nil? }.to_h
    login = file.rails['smtp_authentication']
    settings[:authentication] = login.to_sym if login
    mail = Mail.new do
      to 'reader@example.net'
      subject 'hi'
      body 'hi'
    end
    mail.from = file.rails['gitlab_email_from']
    mail.delivery_method :smtp, settings
    mail.deliver!
    """

  /// Django: its own backend, by the module of settings. New releases check the certificate, which nobody vouches for here.
  static let django = """
    import os, ssl, sys
    from django.core.mail import send_mail
    ssl.create_default_context = ssl._create_unverified_context
    sys.path.insert(0, os.path.dirname(sys.argv[1]))
    os.environ['DJANGO_SETTINGS_MODULE'] = 'settings'
    send_mail('hi', 'hi', None, ['reader@example.net'])
    """
}
