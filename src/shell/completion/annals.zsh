# Ids are in the files: the program is asked for them.
_annals_ids() {
    local -a ids
    ids=(${(f)"$(_call_program ids annals complete ids ${(M)words:#*.toml} 2>/dev/null)"})
    compadd -a ids
}

_annals_query() {
    local -a terms
    terms=(${(f)"$(_call_program query annals complete query ${(M)words:#*.toml} 2>/dev/null)"})
    compadd -a terms
}

# The first word is a command, or a file to explore.
_annals_commands_and_files() {
    _alternative 'commands:command:_annals_commands' 'files:file:_files'
}
