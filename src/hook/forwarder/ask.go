package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"time"
)

// As in residentWire.ts, where the conversation is described.
const (
	magic     = "GLR1"
	maxAnswer = 128000000
)

type answer struct {
	code           int
	stdout, stderr []byte
}

// The resident's answer, or an error: there is none, it is another's, of another version, hangs, or broke off.
func ask(program string, words []string, payload []byte, start time.Time, deadline time.Duration) (answer, error) {
	socket, token, err := findResident(words)
	if err != nil {
		return answer{}, err
	}
	connection, err := net.DialTimeout("unix", socket, greetingTime)
	if err != nil {
		return answer{}, err
	}
	defer connection.Close()
	connection.SetDeadline(time.Now().Add(greetingTime))
	hello, greeting := append([]byte(magic), make([]byte, 16)...), make([]byte, 52)
	if _, err := rand.Read(hello[4:]); err != nil {
		return answer{}, err
	}
	connection.Write(hello) // what cannot be written is not answered either
	if _, err := io.ReadFull(connection, greeting); err != nil {
		return answer{}, err
	}
	ours, theirs := hello[4:], greeting[4:20]
	if string(greeting[:4]) != magic || !hmac.Equal(greeting[20:], proof(token, "resident", ours, theirs)) {
		return answer{}, os.ErrInvalid
	}
	// From now on it may take its time, as long as the Node program has enough left after it.
	connection.SetDeadline(start.Add(deadline * 6 / 10))
	left := strconv.FormatInt((deadline - time.Since(start)).Milliseconds(), 10)
	head := strings.Join(append([]string{program, left}, words...), "\x00")
	message := binary.BigEndian.AppendUint32(proof(token, "caller", ours, theirs), uint32(len(head)))
	message = binary.BigEndian.AppendUint32(message, uint32(len(payload)))
	message = append(append(message, head...), payload...)
	connection.Write(message)
	return readAnswer(connection)
}

func readAnswer(connection io.Reader) (answer, error) {
	head := make([]byte, 10)
	if _, err := io.ReadFull(connection, head); err != nil {
		return answer{}, err
	}
	out, rest := uint64(binary.BigEndian.Uint32(head[2:])), uint64(binary.BigEndian.Uint32(head[6:]))
	if head[0] != 1 || out+rest > maxAnswer {
		return answer{}, os.ErrInvalid
	}
	body := make([]byte, out+rest)
	if _, err := io.ReadFull(connection, body); err != nil {
		return answer{}, err
	}
	return answer{int(head[1]), body[:out], body[out:]}, nil
}

func proof(token, role string, callerNonce, residentNonce []byte) []byte {
	mac := hmac.New(sha256.New, []byte(token))
	mac.Write(append(append([]byte(role), callerNonce...), residentNonce...))
	return mac.Sum(nil)
}
