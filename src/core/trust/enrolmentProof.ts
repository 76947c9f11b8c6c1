/** What a machine signs with its key when it asks to be enrolled: the token makes it of no use elsewhere, the time of no use for long. */
export const toEnrolmentProof = (token: string, signedAt: string): string => `gatelodge-enrolment\n${token}\n${signedAt}`;
