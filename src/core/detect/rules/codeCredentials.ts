import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { noseyParker } from "../ruleSets.ts";
import { hex, human, letters, wordy } from "../samples.ts";

/** Passwords at places that say by themselves that one stands there: frameworks' settings, connection strings, build files. */
export const codeCredentials: readonly Detector[] = [
  ...takenFrom(own, [
    {
      id: "django-secret-key", kind: "secret", tier: "likely", keywords: ["secret_key"], pattern: /secret_key["']?\]?\s{0,4}[=:,]\s{0,4}r?["'](?<value>(?:django-insecure-)?[a-z0-9!@#$%^&*()_=+-]{50})["']/diy, check: "random",
      examples: () => [`SECRET_KEY = '${letters(40)}$(!&^)@#_-'`, `SECRET_KEY = "django-insecure-${letters(46)}&^(="`, `os.environ.get('DJANGO_SECRET_KEY', '${letters(45)}(*$&)')`], counterExamples: () => ["SECRET_KEY = os.environ['SECRET_KEY']", `SECRET_KEY = '${"a".repeat(50)}'`],
    },
    {
      id: "rails-secret-key-base", kind: "secret", tier: "likely", keywords: ["secret_key_base"], pattern: /secret_key_base["']?\s{0,4}(?:=>|[=:])\s{0,4}["']?([a-f0-9]{128}|[a-f0-9]{64})(?!\w)/diy,
      examples: () => [`production:\n  secret_key_base: ${hex(128)}\n`, `SECRET_KEY_BASE=${hex(128)}`], counterExamples: () => [`secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>`],
    },
    {
      id: "laravel-app-key", kind: "secret", tier: "likely", keywords: ["app_key", "'key'", "appkey"], pattern: /(?:app_key|appkey|'key')["']?\s{0,4}(?:=>|[=:])\s{0,4}["']?(base64:[A-Za-z0-9+/]{43}=)/diy,
      examples: () => [`APP_KEY=base64:${letters(43)}=`], counterExamples: () => ["APP_KEY=", "'key' => env('APP_KEY'),"],
    },
    {
      id: "symfony-app-secret", kind: "secret", tier: "likely", keywords: ["app_secret="], pattern: /app_secret=["']?([a-f0-9]{32})(?!\w)/diy,
      examples: () => [`APP_SECRET=${hex(32)}\n`], counterExamples: () => ["APP_SECRET=", "APP_SECRET=${APP_SECRET}"],
    },
    {
      id: "asp-net-machine-key", kind: "secret", tier: "likely", keywords: ["validationkey", "decryptionkey"], pattern: /(?:validation|decryption)Key\s{0,2}=\s{0,2}"([A-F0-9]{32,128})"/diy,
      examples: () => [`<machineKey validation="SHA1" validationKey="${hex(128).toUpperCase()}" />`], counterExamples: () => [`<machineKey validationKey="AutoGenerate,IsolateApps" />`],
    },
    {
      id: "wordpress-salt", kind: "secret", tier: "likely", keywords: ["_key'", "_key\"", "_salt'", "_salt\""], before: [25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10],
      pattern: /define\(\s{0,2}["'](?:auth|secure_auth|logged_in|nonce)_(?:key|salt)["']\s{0,2},\s{0,12}["'](?<value>[^\n"']{32,80})["']/diy,
      examples: () => [`define('AUTH_KEY',         '${letters(50)}|+ <[;{}>,.]');`, `define( 'NONCE_SALT', '${letters(64)}' );`], counterExamples: () => ["define('AUTH_KEY', 'put your unique phrase here');", "define('AUTH_KEY', getenv('AUTH_KEY'));"],
    },
    {
      id: "wordpress-database-password", kind: "secret", tier: "likely", keywords: ["db_password'", "db_password\""], before: [8, 9, 10], pattern: /define\(\s{0,2}["']db_password["']\s{0,2},\s{0,8}["'](?<value>[^\n"'$]{4,80})["']/diy, check: "typedPassword",
      examples: () => [`define( 'DB_PASSWORD', '${wordy}' );`, `define('DB_PASSWORD', '${human}');`], counterExamples: () => ["define('DB_PASSWORD', 'password_here');", "define('DB_PASSWORD', getenv('DB_PASSWORD'));"],
    },
    {
      id: "json-web-token-secret", kind: "secret", tier: "likely", keywords: ["jwtsecret", "jwt_secret", "jwt-secret", "jwt.secret", "jwt:"], pattern: /(?:jwt[._-]?secret(?:[._-]?key)?["']?\s{0,3}(?:=>|[:=]{1,2})\s{0,3}|jwt:\s{1,20}secret:\s{1,3})["'](?<value>(?<=")[^"\n]{6,200}(?=")|(?<=')[^'\n]{6,200}(?='))/diy, check: "typedPassword",
      examples: () => [`jwtSecret: "${human}"`, `jwt_secret: "${"t'Q]k$v"}${human}"`, `jwt:\n  secret: "${wordy}"`, `JWT_SECRET="${letters(32)}"`], counterExamples: () => ["jwtSecret: process.env.JWT_SECRET", `jwt_secret: "your-secret-here"`, `jwt_secret = "$JWT_SECRET"`],
    },
    {
      // jsonwebtoken, PyJWT, ruby-jwt and express-session take the secret as it is.
      id: "signing-call-secret", kind: "secret", tier: "likely", keywords: ["jwt.sign(", "jwt.verify(", "jwt.encode(", "jwt.decode(", "session({", "cookieparser("], pattern: /(?:jwt\.(?:sign|verify|encode|decode)\(\s{0,12}(?:\{[^{}]{0,200}\}|[\w.]{1,60})\s{0,4},\s{0,12}|session\(\{[^{}]{0,200}?secret:\s{0,4}\[?|cookieParser\()["'](?<value>[^"'\n$]{6,200})["']/diy, check: "typedPassword",
      examples: () => [`jwt.sign({ id: user.id }, "${wordy}", { expiresIn: "1h" })`, `jwt.decode(token, '${human}', algorithms=["HS256"])`, `app.use(session({ resave: false, secret: '${wordy}' }))`], counterExamples: () => ["jwt.sign(payload, process.env.JWT_SECRET)", `jwt.verify(token, "your-secret")`, "session({ secret: config.secret })"],
    },
    {
      // User and password, in this order, of clients in Python, Java, Go, JavaScript, PHP and C++.
      id: "sign-in-call-password", kind: "secret", tier: "likely", keywords: ["httpbasicauth(", "httpdigestauth(", "passwordauthentication(", "usernamepasswordcredentials(", "setbasicauth(", "credentials.basic(", "username_pw_set(", ".login(", "simple_bind_s(", "ldap_bind(", "auth=(", "'auth' => [", "wifi.begin("],
      pattern: /(?:(?:HTTP(?:Basic|Digest)Auth|PasswordAuthentication|UsernamePasswordCredentials|setBasicAuth|Credentials\.basic|username_pw_set|\.login|simple_bind_s|ldap_bind|auth=|WiFi\.begin)\(|'auth' => \[)\s{0,8}(?:\$\w{1,30},\s{0,4})?(?:["'][^"'\n]{1,100}["']|[\w.$]{1,40})\s{0,4},\s{0,8}["'](?<value>[^"'\n$\s]{4,100})["']\s{0,4}(?=[\]),.])/diy, check: "typedPassword",
      examples: () => [`requests.get(url, auth=("joe", "${human}"))`, `new UsernamePasswordCredentials("joe", "${wordy}")`, `req.SetBasicAuth("joe", "${wordy}")`, `client.username_pw_set("joe", "${human}")`, `server.login("joe@corp.test", "${wordy}")`, `WiFi.begin("home", "${wordy}");`, `'auth' => ['joe', '${wordy}']`],
      counterExamples: () => ["HTTPBasicAuth(user, password)", `req.SetBasicAuth("user", "password")`, `new PasswordAuthentication(user, pass.toCharArray())`, `auth=("user", "")`],
    },
    {
      id: "connection-string-password", kind: "secret", tier: "likely", keywords: ["user id", "userid", "username", "user=", "user =", "uid=", "uid ="],
      pattern: /(?:user(?:[ ]?id|name)?|uid)[ ]?=[ ]?[^;\n"'=]{1,100};[^\n"']{0,160}?(?<![\w-])(?:password|pwd)[ ]?=[ ]?(?<value>[^;\n"'\s<>{}%$][^;\n"'\s]{3,100})(?=[;"'\s]|$)/diy, check: "typedPassword",
      examples: () => [`Server=db;Database=shop;User Id=app;Password=${wordy};Encrypt=true`, `"Data Source=db;uid=sa;pwd=${human}"`], counterExamples: () => ["Server=db;User Id=app;Password={0};", "Server=db;User Id=app;Password=<password>;", "Server=db;Integrated Security=true", "uid=app;pwd=%PW%"],
    },
  ]),
  ...takenFrom(noseyParker, [
    {
      id: "gradle-credentials-password", kind: "secret", tier: "likely", keywords: ["credentials {", "credentials{"], pattern: /credentials ?\{[^}]{0,300}?password\s{0,3}[=(]?\s{0,3}["'](?<value>[^"'$\n]{4,80})["']/dy, check: "typedPassword",
      examples: () => [`credentials {\n  username 'deploy'\n  password '${human}'\n}`], counterExamples: () => ["credentials {\n  username = mavenUser\n  password = mavenPassword\n}", "credentials {\n  password = \"${env}\"\n}"],
    },
    {
      id: "php-mailer-password", kind: "secret", tier: "likely", keywords: ["mail->password", "mailer->password"], pattern: /mail(?:er)?->Password\s{0,4}=\s{0,4}["'](?<value>[^"'$\n]{4,80})["']/dy, check: "typedPassword",
      examples: () => [`$mail->Password = '${wordy}';`], counterExamples: () => ["$mail->Password = $password;", "$mail->Password = 'password';", "$mail->Password = getenv('PW');"],
    },
  ]),
];
