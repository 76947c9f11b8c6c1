module gatelodge/forwarder

go 1.19
