
# Ids are in the files: the program is asked for them.
function __annals_words
    annals complete $argv[1] (string match -- '*.toml' (commandline -opc)) 2>/dev/null
end
complete -c annals -n "__fish_seen_subcommand_from show why" -a "(__annals_words ids)"
complete -c annals -l at -x -a "(__annals_words ids)"
complete -c annals -l query -x -a "(__annals_words query)"
