/** By this name every hook of ours is known, wherever it stands. */
export const launcherName = "gatelodge-hook";
