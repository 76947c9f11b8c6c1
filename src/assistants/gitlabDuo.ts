import type { Assistant } from "./assistant.ts";

/** https://docs.gitlab.com/user/gitlab_duo */
export const gitlabDuo: Assistant = {
  id: "gitlab-duo",
  name: "GitLab Duo",
  kind: "cloud",
  extensions: ["GitLab.gitlab-workflow"],
  programs: ["duo"],
};
