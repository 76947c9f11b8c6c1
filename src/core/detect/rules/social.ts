import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom, wordStart } from "../ruleForms.ts";
import { betterleaks, kingfisher, noseyParker } from "../ruleSets.ts";
import { hex, letters, lowercase, numbers, uppercase } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase } from "../valueShapes.ts";

/** Social networks, photographs and video. */
export const social: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "giphy-key", names: ["giphy"], ...mixedCase(32) }),
    near({ id: "imgur-secret", names: ["imgur"], value: "[0-9a-f]{40}|[0-9a-f]{15}", sample: () => hex(40) }),
    prefixed({ id: "instagram-token", prefixes: ["IGQV", "IGAA"], body: "[A-Za-z0-9_-]{80,250}", sample: () => letters(120) }),
    near({ id: "lastfm-secret", names: ["lastfm", "last_fm"], ...hexadecimal(32) }),
    near({ id: "reddit-secret", names: ["reddit"], value: "[A-Za-z0-9_-]{27}|[A-Za-z0-9_-]{30}", sample: () => letters(27) }),
    near({ id: "soundcloud-secret", names: ["soundcloud"], ...mixedCase(32) }),
    near({ id: "tiktok-secret", names: ["tiktok"], value: "[A-Za-z0-9]{32}|[0-9a-f]{40}", sample: () => letters(32) }),
    near({ id: "tumblr-key", names: ["tumblr"], ...mixedCase(50) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "disqus-key", names: ["disqus"], ...mixedCase(64) }),
    near({ id: "flickr-key", names: ["flickr"], value: "[a-z0-9]{32}|[0-9a-f]{16}", sample: () => hex(32) }),
    near({ id: "foursquare-key", names: ["foursquare"], value: "[A-Z0-9]{48}|fsq3[A-Za-z0-9+/=]{43,45}", sample: () => uppercase(48) }),
    near({ id: "spotify-secret", names: ["spotify"], ...alphanumeric(32) }),
    near({ id: "twitch-token", names: ["twitch"], value: "(?:oauth:)?[a-z0-9]{30}", sample: () => lowercase(30) }),
    near({ id: "unsplash-key", names: ["unsplash"], value: "[A-Za-z0-9_-]{43}", sample: () => letters(43) }),
    near({ id: "yelp-key", names: ["yelp"], value: "[A-Za-z0-9_=.-]{128}", sample: () => letters(128) }),
    near({ id: "wistia-token", names: ["wistia"], ...alphanumeric(64) }),
  ]),
  ...takenFrom(noseyParker, [
    near({ id: "facebook-app-secret", names: ["facebook", "fb_api", "fb_app", "fb_secret", "fb_key", "fb_client"], value: String.raw`[a-z0-9]{32}|\d{15,16}\|[a-z0-9_-]{27}`, sample: () => lowercase(32) }),
    near({ id: "linkedin-secret", names: ["linkedin", "linked_in"], value: String.raw`(?:WPL_AP1\.)?[A-Za-z0-9]{16}(?:\.[A-Za-z0-9+/]{6}==)?|[a-z0-9]{14}`, sample: () => letters(16) }),
    prefixed({ id: "twitch-stream-key", prefixes: ["live_"], body: String.raw`\d{8,10}_[A-Za-z0-9]{30}`, sample: () => `${numbers(9)}_${letters(30)}` }),
    near({ id: "twitter-secret", names: ["twitter"], value: "[A-Za-z0-9]{50}|[A-Za-z0-9]{45}|[A-Za-z0-9]{25}|[A-Za-z0-9]{35,44}", sample: () => letters(50) }),
  ]),
  ...takenFrom(betterleaks, [
    {
      id: "twitter-bearer-token", kind: "secret", tier: "likely", keywords: ["aaaaaaaaaaaaaaaaaaaaa"], pattern: new RegExp(`${wordStart}(?<![+/%])A{21,22}([B-Za-z0-9%][A-Za-z0-9%]{40,100})(?![A-Za-z0-9+/=%])`, "dy"), check: ["spelledAtRandom", ["[0-9]", "[a-z]", "[A-Z]"]],
      examples: () => ["k", "a"].map((first) => `bearer="${"A".repeat(22)}${first}8${letters(24)}%2B${letters(50)}"`), counterExamples: () => ["A".repeat(90), `data:image/png;base64,${"A".repeat(22)}${letters(300)}`, `${"A".repeat(21)}${letters(20)}`],
    },
    prefixed({ id: "pinterest-token", prefixes: ["pina_"], body: "[A-Za-z0-9_-]{20,200}", sample: () => letters(40) }),
    near({ id: "twitter-access-token", names: ["twitter", "tw_access"], value: String.raw`\d{15,25}-[A-Za-z0-9]{20,50}`, sample: () => `${numbers(19)}-${letters(40)}` }),
  ]),
];
