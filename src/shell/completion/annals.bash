# Ids are in the files: the program is asked for them.
_annals_words() {
    local word files=()
    for word in "${COMP_WORDS[@]}"; do
        [[ $word == *.toml && -f $word ]] && files+=("$word")
    done
    "${COMP_WORDS[0]}" complete "$1" "${files[@]}" 2>/dev/null
}

_annals_and_ids() {
    local line=${COMP_LINE:0:COMP_POINT} current
    # The word as typed: Bash itself takes a colon for its end.
    current=${line##*[[:space:]]}
    local before=${line%"$current"}
    if [[ $before =~ [[:space:]](show|why|--at)[[:space:]]+$ ]]; then
        COMPREPLY=($(compgen -W "$(_annals_words ids)" -- "$current"))
    elif [[ $before =~ [[:space:]]--query[[:space:]]+$ ]]; then
        COMPREPLY=($(compgen -W "$(_annals_words query)" -- "$current"))
        if [[ $current == *:* ]]; then
            COMPREPLY=("${COMPREPLY[@]#"${current%"${current##*:}"}"}")
        fi
    else
        _annals "$@"
    fi
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _annals_and_ids -o nosort -o bashdefault -o default annals
else
    complete -F _annals_and_ids -o bashdefault -o default annals
fi
