/** Under which name our models stand in package.json and in the editor. */
export const modelVendor = "gatelodge";
