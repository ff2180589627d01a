"""The TUI in a browser of this machine, through textual-serve, which comes with the extra `web`.

Context: whoever reaches the page trains with the owner's data, and a page of anybody in the same browser may open a
websocket to this machine. Decision: it listens on 127.0.0.1 only; the address that is printed holds a key, which a
cookie keeps; each request must name this host, and each websocket come from this page. Behind a proxy the proxy asks
who it is, and `public_url` names the address that is seen there. Consequences: nothing is asked of any other host,
so the page has a font and a script of its own.
"""
