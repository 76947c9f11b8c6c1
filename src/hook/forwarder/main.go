// The program that clients start where it is built: it hands a hook call to the resident, and in any trouble with that starts
// the Node program, which answers by itself. Not for Windows: Go's own library cannot wait for named pipes with a limit.
//
//	gatelodge-forwarder NODE HOOK_PROGRAM WORDS…    (NODE and HOOK_PROGRAM absolute; WORDS are the hook program's arguments)
package main

import (
	"bytes"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	defaultDeadline = 4000 * time.Millisecond
	greetingTime    = 250 * time.Millisecond
	maxPayload      = 32000000
)

func main() {
	start := time.Now()
	if len(os.Args) < 3 || !filepath.IsAbs(os.Args[1]) || !filepath.IsAbs(os.Args[2]) {
		refuse("its program's arguments are wrong")
	}
	program, words := os.Args[2], os.Args[3:]
	deadline := deadlineOf(words)
	payload, whole := readPayload(deadline / 2)
	if whole {
		if answer, err := ask(program, words, payload, start, deadline); err == nil {
			os.Stderr.Write(answer.stderr)
			os.Stdout.Write(answer.stdout)
			os.Exit(answer.code)
		}
	}
	// Of two equal words the program takes the later one.
	left := strconv.FormatFloat(math.Max(0.001, (deadline-time.Since(start)).Seconds()*1000), 'f', 3, 64)
	os.Exit(runNode(os.Args[1], append(append([]string{program}, words...), "--deadline", left, "--resident", "start"), payload))
}

// Starts the Node program and gives its exit code. It inherits no environment, which a repository may have filled
// (NODE_OPTIONS, LD_PRELOAD); the editor's own runtime is Node only where it is told so.
func runNode(node string, words []string, payload []byte) int {
	command := exec.Command(node, words...)
	command.Env = []string{"ELECTRON_RUN_AS_NODE=1"}
	command.Stdin, command.Stdout, command.Stderr = bytes.NewReader(payload), os.Stdout, os.Stderr
	command.Run()
	if command.ProcessState == nil || command.ProcessState.ExitCode() < 0 {
		refuse("Node did not run to its end")
	}
	return command.ProcessState.ExitCode()
}

// Exit code 2 with a reason is a refusal for every client that has a code for one.
func refuse(why string) {
	os.Stderr.WriteString("Gatelodge cannot answer: " + why + ". Reinstall the hook.\n")
	os.Exit(2)
}

// What stands on standard input, and whether that is all of it. A message that is too long or never ends is handed on as far
// as it came, and the Node program says what that means.
func readPayload(limit time.Duration) ([]byte, bool) {
	chunks := make(chan []byte)
	go func() {
		defer close(chunks)
		for {
			chunk := make([]byte, 65536)
			size, err := os.Stdin.Read(chunk)
			chunks <- chunk[:size]
			if err != nil {
				return
			}
		}
	}()
	payload, late := []byte{}, time.After(limit)
	for len(payload) <= maxPayload {
		select {
		case chunk, more := <-chunks:
			if !more {
				return payload, true
			}
			payload = append(payload, chunk...)
		case <-late:
			return payload, false
		}
	}
	return payload, false
}

func deadlineOf(words []string) time.Duration {
	milliseconds, err := strconv.ParseFloat(valueOf(words, "--deadline"), 64)
	if err != nil || milliseconds <= 0 || milliseconds > 1e7 {
		return defaultDeadline
	}
	return time.Duration(milliseconds * float64(time.Millisecond))
}

// The last value of an option, written `--name value` or `--name=value`.
func valueOf(words []string, name string) (value string) {
	for index, word := range words {
		if index > 0 && words[index-1] == name {
			value = word
		} else if strings.HasPrefix(word, name+"=") {
			value = word[len(name)+1:]
		}
	}
	return value
}
