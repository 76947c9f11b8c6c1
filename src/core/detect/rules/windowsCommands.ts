import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { human, letters, wordy } from "../samples.ts";

// What starts with `$` or `%`, or is the option's own name, is none.
const argument = String.raw`["']?(?<value>[^\s"'$%<>{}|;&*/\\-][^\s"'|;&\\]{3,99})`;
const option = (names: string, flag: string) => new RegExp(String.raw`(?<![\w-])(?:${names})(?:\.exe|\.py)?["']?[ \t](?:[^\n]{0,160}?[ \t])??${flag}${argument}`, "diy");

/** Passwords that people give to commands of Windows, and to those that reach it from elsewhere. */
export const windowsCommands: readonly Detector[] = takenFrom(own, [
  {
    id: "cmdkey-password", kind: "secret", tier: "likely", keywords: ["cmdkey"], pattern: option("cmdkey", "/pass:"), check: "typedPassword",
    examples: () => [String.raw`cmdkey /add:srv1 /user:corp\joe /pass:${human}`, `cmdkey /generic:TERMSRV/srv1 /user:joe /pass:${wordy}`], counterExamples: () => ["cmdkey /list", "cmdkey /add:srv1 /user:joe /pass:%PW%", "cmdkey /add:srv1 /user:joe /pass"],
  },
  {
    id: "scheduled-task-password", kind: "secret", tier: "likely", keywords: ["schtasks"], pattern: option("schtasks", "/r?p "), check: "typedPassword",
    examples: () => [`schtasks /create /tn nightly /tr a.cmd /ru corp\\joe /rp ${human}`, `schtasks /run /s srv1 /u joe /p ${wordy} /tn nightly`], counterExamples: () => ["schtasks /create /tn x /ru SYSTEM", "schtasks /create /ru joe /rp *", "schtasks /create /ru joe /rp %PW%"],
  },
  {
    id: "remote-management-password", kind: "secret", tier: "likely", keywords: ["wmic", "winrs", "tasklist", "taskkill", "systeminfo"], pattern: option("wmic|winrs|tasklist|taskkill|systeminfo", "[/-](?:password:|p:|p )"), check: "typedPassword",
    examples: () => [`wmic /node:srv1 /user:joe /password:${wordy} process list`, `winrs -r:srv1 -u:joe -p:${human} ipconfig`, `tasklist /s srv1 /u corp\\joe /p ${human}`], counterExamples: () => ["wmic /node:srv1 process list", "wmic /user:joe /password:%PW% os", "tasklist /fi x"],
  },
  {
    id: "putty-command-password", kind: "secret", tier: "likely", keywords: ["plink", "pscp", "psftp", "kitty.exe", "putty.exe"], pattern: option(String.raw`plink|pscp|psftp|kitty\.exe|putty\.exe`, "-pw "), check: "typedPassword",
    examples: () => [`plink -ssh -pw ${wordy} joe@srv1 uptime`, `pscp.exe -pw "${human}" a.txt joe@srv1:/tmp`], counterExamples: () => ["plink -ssh joe@srv1", "plink -pw %PW% joe@srv1", "plink -pwfile pw.txt joe@srv1"],
  },
  {
    id: "remote-desktop-password", kind: "secret", tier: "likely", keywords: ["xfreerdp", "wfreerdp", "rdesktop"], pattern: option("[xw]freerdp3?|rdesktop", "(?:/p:|-p )"), check: "typedPassword",
    examples: () => [`xfreerdp /u:joe /p:${wordy} /v:srv1`, `rdesktop -u joe -p ${human} srv1`], counterExamples: () => ["xfreerdp /u:joe /v:srv1", "rdesktop -u joe -p - srv1", "xfreerdp /p:$PW /v:srv1"],
  },
  {
    id: "domain-command-password", kind: "secret", tier: "likely", keywords: ["evil-winrm", "crackmapexec", "netexec", "bloodhound-python", "kerbrute", "enum4linux"], pattern: option("evil-winrm|crackmapexec|netexec|bloodhound-python|kerbrute|enum4linux(?:-ng)?", "(?:-p|--password) "), check: "typedPassword",
    examples: () => [`evil-winrm -i srv1 -u joe -p ${wordy}`, `netexec smb srv1 -u joe -p '${human}'`], counterExamples: () => ["evil-winrm -i srv1 -u joe", "netexec smb srv1 -u users.txt -p $PW"],
  },
  {
    id: "domain-script-password", kind: "secret", tier: "likely", keywords: ["exec.py", "secretsdump", "getuserspns", "getnpusers", "smbserver.py", "gettgt"], pattern: /(?:exec\.py|secretsdump(?:\.py)?|getuserspns(?:\.py)?|getnpusers(?:\.py)?|smbserver\.py|gettgt(?:\.py)?)["']? (?:[^\n]{0,120}?[ ])??["']?[\w.-]{1,40}\/[\w.$-]{1,40}:(?<value>[^\s"'$%<>{}@:/]{4,60})(?=@|["'\s]|$)/diy, check: "typedPassword",
    examples: () => [`psexec.py corp.test/joe:${human}@srv1`, `secretsdump.py 'CORP/joe:${wordy}@srv1'`], counterExamples: () => ["psexec.py corp.test/joe@srv1", "secretsdump.py CORP/joe:$PW@srv1"],
  },
  {
    id: "wireless-profile-key", kind: "secret", tier: "likely", keywords: ["keymaterial"], pattern: /keyMaterial(?:="?|>\s{0,20})(?<value>[^\s"'$%<>{}]{8,64})(?=["'\s<]|$)/diy, check: "typedPassword",
    examples: () => [`<keyMaterial>${wordy}</keyMaterial>`, `netsh wlan set profileparameter name=x keyMaterial=${human}`], counterExamples: () => ["<keyMaterial></keyMaterial>", "keyMaterial=%KEY%"],
  },
  {
    // Group Policy preferences: the key that encrypts these is public.
    id: "group-policy-password", kind: "secret", tier: "certain", keywords: ["cpassword"], pattern: /cpassword\s{0,2}=\s{0,2}["']([A-Za-z0-9+/]{20,400}={0,2})["']/diy, check: "random",
    examples: () => [`<Properties action="U" userName="Administrator" cpassword="${letters(43)}"/>`], counterExamples: () => [`cpassword=""`, `cpassword="<encrypted>"`],
  },
  {
    // Answer files of Windows Setup.
    id: "unattended-setup-password", kind: "secret", tier: "likely", keywords: ["password>"], pattern: /(?<=<\w{0,30})password>\s{0,40}<value>(?<value>[^<>\s$%{}]{4,200})<\/value>/diy, check: "typedPassword",
    examples: () => [`<AdministratorPassword>\n  <Value>${human}</Value>\n  <PlainText>true</PlainText>\n</AdministratorPassword>`, `<Password><Value>${wordy}</Value></Password>`], counterExamples: () => ["<Password><Value></Value></Password>", "<password>x</password><value>1234567</value>", "<Password><Value>%PW%</Value></Password>"],
  },
  {
    id: "secure-string-argument", kind: "secret", tier: "likely", keywords: ["convertto-securestring"], pattern: /ConvertTo-SecureString[ \t](?:-(?:String|AsPlainText|Force) ){0,3}(?<value>[^\s"'$%<>{}()|;&-][^\s"'$()|;&]{5,80})(?= {1,3}-(?:AsPlainText|Force|String))/diy, check: "typedPassword",
    examples: () => [`$p = ConvertTo-SecureString ${human} -AsPlainText -Force`], counterExamples: () => ["ConvertTo-SecureString $pw -AsPlainText -Force", "ConvertTo-SecureString (Get-Content x) -Key $k"],
  },
  {
    id: "secure-string-pipe", kind: "secret", tier: "likely", keywords: ["| convertto-securestring"], before: Array.from({ length: 57 }, (_, index) => 62 - index), pattern: /["'](?<value>[^"'$\n]{4,60})["'] ?\| ConvertTo-SecureString[ \t]{1,3}-(?:AsPlainText|Force)/diy, check: "typedPassword",
    examples: () => [`"${wordy}" | ConvertTo-SecureString -AsPlainText -Force`], counterExamples: () => [`$pw | ConvertTo-SecureString -AsPlainText -Force`, `"x" | ConvertTo-SecureString -AsPlainText -Force`, `Get-Content "pw.txt" | ConvertTo-SecureString`],
  },
]);
