//go:build !windows

package main

import (
	"io"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// The resident's socket and token. Only a folder and a file that this user alone can have written count.
func findResident(words []string) (socket, token string, err error) {
	home := valueOf(words, "--home")
	if home == "" {
		// As the system knows it; $HOME is whatever the caller's environment says.
		if account, err := user.LookupId(strconv.Itoa(os.Getuid())); err == nil {
			home = account.HomeDir
		}
	}
	state := filepath.Join(home, ".local", "state", "gatelodge")
	if runtime.GOOS == "darwin" {
		state = filepath.Join(home, "Library", "Application Support", "Gatelodge")
	}
	folder := filepath.Join(state, "resident")
	about, err := os.Lstat(folder)
	if err != nil || !filepath.IsAbs(home) || !about.IsDir() || !isOursAlone(about) {
		return "", "", os.ErrInvalid
	}
	file, err := os.OpenFile(filepath.Join(folder, "current"), os.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	if err != nil {
		return "", "", err
	}
	defer file.Close()
	about, err = file.Stat()
	text, readErr := io.ReadAll(io.LimitReader(file, 100))
	if err != nil || readErr != nil || !about.Mode().IsRegular() || !isOursAlone(about) {
		return "", "", os.ErrInvalid
	}
	id, token, _ := strings.Cut(strings.TrimSuffix(string(text), "\n"), " ")
	if len(id) != 16 || len(token) != 64 || strings.Trim(id+token, "0123456789abcdef") != "" {
		return "", "", os.ErrInvalid
	}
	return filepath.Join(folder, id+".sock"), token, nil
}

func isOursAlone(about os.FileInfo) bool {
	stat, ok := about.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Getuid() && about.Mode().Perm()&0o077 == 0
}
