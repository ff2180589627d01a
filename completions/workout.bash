# Completion of workout in bash 4.4 and newer, made by `workout completions bash`.
# Nothing is started on TAB: the names of exercises are read from a file that workout keeps.

_workout_names() {
    local folder=$HOME/.cache
    [[ $OSTYPE == darwin* ]] && folder=$HOME/Library/Caches
    [[ ${XDG_CACHE_HOME-} == /* ]] && folder=$XDG_CACHE_HOME
    [[ -r $folder/workout/exercises.txt ]] || return 0
    mapfile -t found <"$folder/workout/exercises.txt"
    compopt -o nosort 2>/dev/null
}

_workout() {
    local -a words=() found=()
    local line=$COMP_LINE path='' value='' count=0 word current i

    # The words as the shell will split them: readline also splits at = and :.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i == 0)) || [[ $line == [[:space:]]* ]]; then
            words+=("$word")
        else
            words[-1]+=$word
        fi
        [[ -n $word ]] && line=${line#*"$word"}
    done
    current=${words[-1]}

    for word in "${words[@]:1:${#words[@]}-2}"; do
        if [[ -n $value ]]; then
            value=''
        elif [[ $word == -* ]]; then
            case "$path $word" in
                " --color" | \
                "tui --port" | \
                "tui --public-url" | \
                "log --at" | \
                "log --on" | \
                "log --in" | \
                "log --unit" | \
                "log --new" | \
                "log --tracking" | \
                "log --format" | \
                "log --output" | \
                "log -o" | \
                "log --fields" | \
                "log --template" | \
                "start --at" | \
                "start --on" | \
                "start --note" | \
                "start --tag" | \
                "start --bodyweight" | \
                "start --format" | \
                "start --output" | \
                "start -o" | \
                "start --fields" | \
                "start --template" | \
                "status --format" | \
                "status --output" | \
                "status -o" | \
                "status --fields" | \
                "status --template" | \
                "finish --at" | \
                "finish --name" | \
                "finish --note" | \
                "finish --format" | \
                "finish --output" | \
                "finish -o" | \
                "finish --fields" | \
                "finish --template" | \
                "discard --format" | \
                "discard --output" | \
                "discard -o" | \
                "discard --fields" | \
                "discard --template" | \
                "resume --format" | \
                "resume --output" | \
                "resume -o" | \
                "resume --fields" | \
                "resume --template" | \
                "rest --format" | \
                "rest --output" | \
                "rest -o" | \
                "rest --fields" | \
                "rest --template" | \
                "prompt --format" | \
                "prompt --output" | \
                "prompt -o" | \
                "prompt --fields" | \
                "prompt --template" | \
                "today --format" | \
                "today --output" | \
                "today -o" | \
                "today --fields" | \
                "today --template" | \
                "show --format" | \
                "show --output" | \
                "show -o" | \
                "show --fields" | \
                "show --template" | \
                "history --exercise" | \
                "history --tag" | \
                "history --search" | \
                "history --since" | \
                "history --until" | \
                "history --on" | \
                "history --limit" | \
                "history --page" | \
                "history --format" | \
                "history --output" | \
                "history -o" | \
                "history --fields" | \
                "history --template" | \
                "last --count" | \
                "last -n" | \
                "last --format" | \
                "last --output" | \
                "last -o" | \
                "last --fields" | \
                "last --template" | \
                "find --limit" | \
                "find --page" | \
                "find --format" | \
                "find --output" | \
                "find -o" | \
                "find --fields" | \
                "find --template" | \
                "calendar --since" | \
                "calendar --by" | \
                "calendar --format" | \
                "calendar --output" | \
                "calendar -o" | \
                "calendar --fields" | \
                "calendar --template" | \
                "chart --since" | \
                "chart --until" | \
                "chart --on" | \
                "chart --unit" | \
                "chart --svg" | \
                "chart --png" | \
                "chart --format" | \
                "chart --output" | \
                "chart -o" | \
                "chart --fields" | \
                "chart --template" | \
                "records --kind" | \
                "records --since" | \
                "records --at" | \
                "records --limit" | \
                "records --page" | \
                "records --format" | \
                "records --output" | \
                "records -o" | \
                "records --fields" | \
                "records --template" | \
                "stats exercise --since" | \
                "stats exercise --until" | \
                "stats exercise --by" | \
                "stats exercise --format" | \
                "stats exercise --output" | \
                "stats exercise -o" | \
                "stats exercise --fields" | \
                "stats exercise --template" | \
                "stats intensity --since" | \
                "stats intensity --until" | \
                "stats intensity --format" | \
                "stats intensity --output" | \
                "stats intensity -o" | \
                "stats intensity --fields" | \
                "stats intensity --template" | \
                "stats week --format" | \
                "stats week --output" | \
                "stats week -o" | \
                "stats week --fields" | \
                "stats week --template" | \
                "stats year --format" | \
                "stats year --output" | \
                "stats year -o" | \
                "stats year --fields" | \
                "stats year --template" | \
                "stats streaks --format" | \
                "stats streaks --output" | \
                "stats streaks -o" | \
                "stats streaks --fields" | \
                "stats streaks --template" | \
                "stats load --since" | \
                "stats load --until" | \
                "stats load --format" | \
                "stats load --output" | \
                "stats load -o" | \
                "stats load --fields" | \
                "stats load --template" | \
                "compare --format" | \
                "compare --output" | \
                "compare -o" | \
                "compare --fields" | \
                "compare --template" | \
                "edit --in" | \
                "edit --name" | \
                "edit --at" | \
                "edit --on" | \
                "edit --note" | \
                "edit --tag" | \
                "edit --untag" | \
                "edit --bodyweight" | \
                "edit --text" | \
                "edit --format" | \
                "edit --output" | \
                "edit -o" | \
                "edit --fields" | \
                "edit --template" | \
                "rm --in" | \
                "rm --format" | \
                "rm --output" | \
                "rm -o" | \
                "rm --fields" | \
                "rm --template" | \
                "move --to" | \
                "move --before" | \
                "move --after" | \
                "move --in" | \
                "move --format" | \
                "move --output" | \
                "move -o" | \
                "move --fields" | \
                "move --template" | \
                "copy --at" | \
                "copy --on" | \
                "copy --format" | \
                "copy --output" | \
                "copy -o" | \
                "copy --fields" | \
                "copy --template" | \
                "note --of" | \
                "note --in" | \
                "note --format" | \
                "note --output" | \
                "note -o" | \
                "note --fields" | \
                "note --template" | \
                "tag --of" | \
                "tag --format" | \
                "tag --output" | \
                "tag -o" | \
                "tag --fields" | \
                "tag --template" | \
                "superset --in" | \
                "superset --format" | \
                "superset --output" | \
                "superset -o" | \
                "superset --fields" | \
                "superset --template" | \
                "attach --to" | \
                "attach --exercise" | \
                "attach --get" | \
                "attach --remove" | \
                "attach --output" | \
                "attach -o" | \
                "attach --format" | \
                "undo --limit" | \
                "undo --format" | \
                "undo --output" | \
                "undo -o" | \
                "undo --fields" | \
                "undo --template" | \
                "redo --format" | \
                "redo --output" | \
                "redo -o" | \
                "redo --fields" | \
                "redo --template" | \
                "body log --at" | \
                "body log --on" | \
                "body log --note" | \
                "body log --format" | \
                "body log --output" | \
                "body log -o" | \
                "body log --fields" | \
                "body log --template" | \
                "body history --since" | \
                "body history --until" | \
                "body history --on" | \
                "body history --limit" | \
                "body history --page" | \
                "body history --format" | \
                "body history --output" | \
                "body history -o" | \
                "body history --fields" | \
                "body history --template" | \
                "body latest --format" | \
                "body latest --output" | \
                "body latest -o" | \
                "body latest --fields" | \
                "body latest --template" | \
                "body edit --at" | \
                "body edit --note" | \
                "body edit --format" | \
                "body edit --output" | \
                "body edit -o" | \
                "body edit --fields" | \
                "body edit --template" | \
                "body rm --format" | \
                "body rm --output" | \
                "body rm -o" | \
                "body rm --fields" | \
                "body rm --template" | \
                "body types --format" | \
                "body types --output" | \
                "body types -o" | \
                "body types --fields" | \
                "body types --template" | \
                "body trend --since" | \
                "body trend --half-life" | \
                "body trend --format" | \
                "body trend --output" | \
                "body trend -o" | \
                "body trend --fields" | \
                "body trend --template" | \
                "body goal --by" | \
                "body goal --since" | \
                "body goal --format" | \
                "body goal --output" | \
                "body goal -o" | \
                "body goal --fields" | \
                "body goal --template" | \
                "body goals --format" | \
                "body goals --output" | \
                "body goals -o" | \
                "body goals --fields" | \
                "body goals --template" | \
                "calc 1rm --reps" | \
                "calc 1rm -r" | \
                "calc 1rm --weight" | \
                "calc 1rm -w" | \
                "calc 1rm --max" | \
                "calc 1rm --rpe" | \
                "calc 1rm --formula" | \
                "calc 1rm --format" | \
                "calc 1rm --output" | \
                "calc 1rm -o" | \
                "calc 1rm --fields" | \
                "calc 1rm --template" | \
                "calc rpe --reps" | \
                "calc rpe -r" | \
                "calc rpe --rpe" | \
                "calc rpe --weight" | \
                "calc rpe -w" | \
                "calc rpe --max" | \
                "calc rpe --chart" | \
                "calc rpe --format" | \
                "calc rpe --output" | \
                "calc rpe -o" | \
                "calc rpe --fields" | \
                "calc rpe --template" | \
                "calc score --total" | \
                "calc score -t" | \
                "calc score --bodyweight" | \
                "calc score --sex" | \
                "calc score --age" | \
                "calc score --event" | \
                "calc score --cycle" | \
                "calc score --record" | \
                "calc score --format" | \
                "calc score --output" | \
                "calc score -o" | \
                "calc score --fields" | \
                "calc score --template" | \
                "calc plates --ramp" | \
                "calc plates --bar" | \
                "calc plates --collars" | \
                "calc plates --inventory" | \
                "calc plates --mode" | \
                "calc plates --format" | \
                "calc plates --output" | \
                "calc plates -o" | \
                "calc plates --fields" | \
                "calc plates --template" | \
                "calc warmup --bar" | \
                "calc warmup --increment" | \
                "calc warmup --scheme" | \
                "calc warmup --format" | \
                "calc warmup --output" | \
                "calc warmup -o" | \
                "calc warmup --fields" | \
                "calc warmup --template" | \
                "calc pace --format" | \
                "calc pace --output" | \
                "calc pace -o" | \
                "calc pace --fields" | \
                "calc pace --template" | \
                "calc vdot --format" | \
                "calc vdot --output" | \
                "calc vdot -o" | \
                "calc vdot --fields" | \
                "calc vdot --template" | \
                "calc riegel --exponent" | \
                "calc riegel --format" | \
                "calc riegel --output" | \
                "calc riegel -o" | \
                "calc riegel --fields" | \
                "calc riegel --template" | \
                "calc convert --format" | \
                "calc convert --output" | \
                "calc convert -o" | \
                "calc convert --fields" | \
                "calc convert --template" | \
                "profile show --format" | \
                "profile show --output" | \
                "profile show -o" | \
                "profile show --fields" | \
                "profile show --template" | \
                "profile set --sex" | \
                "profile set --born" | \
                "profile set --height" | \
                "profile set --clear" | \
                "profile set --format" | \
                "profile set --output" | \
                "profile set -o" | \
                "profile set --fields" | \
                "profile set --template" | \
                "profile bands --format" | \
                "profile bands --output" | \
                "profile bands -o" | \
                "profile bands --fields" | \
                "profile bands --template" | \
                "gym add --plates" | \
                "gym add --bar" | \
                "gym add --dumbbells" | \
                "gym add --stack" | \
                "gym add --format" | \
                "gym add --output" | \
                "gym add -o" | \
                "gym add --fields" | \
                "gym add --template" | \
                "gym list --format" | \
                "gym list --output" | \
                "gym list -o" | \
                "gym list --fields" | \
                "gym list --template" | \
                "gym show --format" | \
                "gym show --output" | \
                "gym show -o" | \
                "gym show --fields" | \
                "gym show --template" | \
                "gym edit --name" | \
                "gym edit --plates" | \
                "gym edit --bar" | \
                "gym edit --dumbbells" | \
                "gym edit --stack" | \
                "gym edit --format" | \
                "gym edit --output" | \
                "gym edit -o" | \
                "gym edit --fields" | \
                "gym edit --template" | \
                "gym use --format" | \
                "gym use --output" | \
                "gym use -o" | \
                "gym use --fields" | \
                "gym use --template" | \
                "gym leave --format" | \
                "gym leave --output" | \
                "gym leave -o" | \
                "gym leave --fields" | \
                "gym leave --template" | \
                "gym rm --format" | \
                "gym rm --output" | \
                "gym rm -o" | \
                "gym rm --fields" | \
                "gym rm --template" | \
                "exercise find --limit" | \
                "exercise find --format" | \
                "exercise find --output" | \
                "exercise find -o" | \
                "exercise find --fields" | \
                "exercise find --template" | \
                "exercise list --search" | \
                "exercise list --category" | \
                "exercise list --modality" | \
                "exercise list --muscle" | \
                "exercise list --limit" | \
                "exercise list --page" | \
                "exercise list --format" | \
                "exercise list --output" | \
                "exercise list -o" | \
                "exercise list --fields" | \
                "exercise list --template" | \
                "exercise show --format" | \
                "exercise show --output" | \
                "exercise show -o" | \
                "exercise show --fields" | \
                "exercise show --template" | \
                "exercise add --alias" | \
                "exercise add --tracking" | \
                "exercise add --category" | \
                "exercise add --modality" | \
                "exercise add --primary" | \
                "exercise add --secondary" | \
                "exercise add --unit" | \
                "exercise add --note" | \
                "exercise add --format" | \
                "exercise add --output" | \
                "exercise add -o" | \
                "exercise add --fields" | \
                "exercise add --template" | \
                "exercise edit --name" | \
                "exercise edit --tracking" | \
                "exercise edit --unit" | \
                "exercise edit --increment" | \
                "exercise edit --rest" | \
                "exercise edit --bar" | \
                "exercise edit --training-max" | \
                "exercise edit --since" | \
                "exercise edit --primary" | \
                "exercise edit --secondary" | \
                "exercise edit --note" | \
                "exercise edit --format" | \
                "exercise edit --output" | \
                "exercise edit -o" | \
                "exercise edit --fields" | \
                "exercise edit --template" | \
                "exercise alias --format" | \
                "exercise alias --output" | \
                "exercise alias -o" | \
                "exercise alias --fields" | \
                "exercise alias --template" | \
                "exercise hide --format" | \
                "exercise hide --output" | \
                "exercise hide -o" | \
                "exercise hide --fields" | \
                "exercise hide --template" | \
                "exercise merge --format" | \
                "exercise merge --output" | \
                "exercise merge -o" | \
                "exercise merge --fields" | \
                "exercise merge --template" | \
                "exercise rm --format" | \
                "exercise rm --output" | \
                "exercise rm -o" | \
                "exercise rm --fields" | \
                "exercise rm --template" | \
                "import --format" | \
                "import --unit" | \
                "import --distance-unit" | \
                "import --timezone" | \
                "import --date-order" | \
                "import --map" | \
                "import --column" | \
                "import --output" | \
                "import -o" | \
                "import --fields" | \
                "import --template" | \
                "export --format" | \
                "export --since" | \
                "export --until" | \
                "export --output" | \
                "export -o" | \
                "dump --output" | \
                "dump -o" | \
                "dump --format" | \
                "load --format" | \
                "load --output" | \
                "load -o" | \
                "load --fields" | \
                "load --template" | \
                "demo --weeks" | \
                "demo --until" | \
                "demo --output" | \
                "demo -o" | \
                "serve --host" | \
                "serve --port" | \
                "serve --proxy" | \
                "login --server" | \
                "login --format" | \
                "login --output" | \
                "login -o" | \
                "login --fields" | \
                "login --template" | \
                "logout --server" | \
                "logout --format" | \
                "logout --output" | \
                "logout -o" | \
                "logout --fields" | \
                "logout --template" | \
                "whoami --format" | \
                "whoami --output" | \
                "whoami -o" | \
                "whoami --fields" | \
                "whoami --template" | \
                "logins list --format" | \
                "logins list --output" | \
                "logins list -o" | \
                "logins list --fields" | \
                "logins list --template" | \
                "logins end --format" | \
                "logins end --output" | \
                "logins end -o" | \
                "logins end --fields" | \
                "logins end --template" | \
                "token create --scope" | \
                "token create --expires" | \
                "token create --format" | \
                "token create --output" | \
                "token create -o" | \
                "token create --fields" | \
                "token create --template" | \
                "token list --format" | \
                "token list --output" | \
                "token list -o" | \
                "token list --fields" | \
                "token list --template" | \
                "token revoke --format" | \
                "token revoke --output" | \
                "token revoke -o" | \
                "token revoke --fields" | \
                "token revoke --template" | \
                "config path --format" | \
                "config path --output" | \
                "config path -o" | \
                "config path --fields" | \
                "config path --template" | \
                "config list --format" | \
                "config list --output" | \
                "config list -o" | \
                "config list --fields" | \
                "config list --template" | \
                "config get --format" | \
                "config get --output" | \
                "config get -o" | \
                "config get --fields" | \
                "config get --template" | \
                "config set --format" | \
                "config set --output" | \
                "config set -o" | \
                "config set --fields" | \
                "config set --template" | \
                "config unset --format" | \
                "config unset --output" | \
                "config unset -o" | \
                "config unset --fields" | \
                "config unset --template" | \
                "config edit --format" | \
                "config edit --output" | \
                "config edit -o" | \
                "config edit --fields" | \
                "config edit --template" | \
                "config validate --format" | \
                "config validate --output" | \
                "config validate -o" | \
                "config validate --fields" | \
                "config validate --template" | \
                "sql --limit" | \
                "sql --format" | \
                "sql --output" | \
                "sql -o" | \
                "sql --fields" | \
                "sql --template" | \
                "doctor --format" | \
                "doctor --output" | \
                "doctor -o" | \
                "doctor --fields" | \
                "doctor --template" | \
                "backup --output" | \
                "backup -o" | \
                "backup --format" | \
                "restore --format" | \
                "restore --output" | \
                "restore -o" | \
                "restore --fields" | \
                "restore --template" | \
                "db status --format" | \
                "db status --output" | \
                "db status -o" | \
                "db status --fields" | \
                "db status --template" | \
                "db migrate --wait" | \
                "db migrate --format" | \
                "db migrate --output" | \
                "db migrate -o" | \
                "db migrate --fields" | \
                "db migrate --template" | \
                "db sweep --format" | \
                "db sweep --output" | \
                "db sweep -o" | \
                "db sweep --fields" | \
                "db sweep --template")
                value="$path $word" ;;
            esac
        elif [[ "$path $word" == "log +" ]]; then
            count=0
        elif ((count)); then
            ((count++))
        else
            case "$path $word" in
                " tui" | \
                " log" | \
                " start" | \
                " status" | \
                " finish" | \
                " discard" | \
                " resume" | \
                " rest" | \
                " session" | \
                " prompt" | \
                " today" | \
                " show" | \
                " history" | \
                " last" | \
                " find" | \
                " calendar" | \
                " chart" | \
                " records" | \
                " stats" | \
                "stats exercise" | \
                "stats intensity" | \
                "stats week" | \
                "stats year" | \
                "stats streaks" | \
                "stats load" | \
                " compare" | \
                " edit" | \
                " rm" | \
                " move" | \
                " copy" | \
                " note" | \
                " tag" | \
                " superset" | \
                " attach" | \
                " undo" | \
                " redo" | \
                " body" | \
                "body log" | \
                "body history" | \
                "body latest" | \
                "body edit" | \
                "body rm" | \
                "body types" | \
                "body trend" | \
                "body goal" | \
                "body goals" | \
                " calc" | \
                "calc 1rm" | \
                "calc rpe" | \
                "calc score" | \
                "calc plates" | \
                "calc warmup" | \
                "calc pace" | \
                "calc vdot" | \
                "calc riegel" | \
                "calc convert" | \
                " profile" | \
                "profile show" | \
                "profile set" | \
                "profile bands" | \
                " gym" | \
                "gym add" | \
                "gym list" | \
                "gym show" | \
                "gym edit" | \
                "gym use" | \
                "gym leave" | \
                "gym rm" | \
                " exercise" | \
                "exercise find" | \
                "exercise list" | \
                "exercise show" | \
                "exercise add" | \
                "exercise edit" | \
                "exercise alias" | \
                "exercise hide" | \
                "exercise merge" | \
                "exercise rm" | \
                " import" | \
                " export" | \
                " dump" | \
                " load" | \
                " demo" | \
                " serve" | \
                " login" | \
                " logout" | \
                " whoami" | \
                " logins" | \
                "logins list" | \
                "logins end" | \
                " token" | \
                "token create" | \
                "token list" | \
                "token revoke" | \
                " config" | \
                "config path" | \
                "config list" | \
                "config get" | \
                "config set" | \
                "config unset" | \
                "config edit" | \
                "config validate" | \
                " sql" | \
                " doctor" | \
                " backup" | \
                " restore" | \
                " db" | \
                "db status" | \
                "db migrate" | \
                "db sweep" | \
                " schema" | \
                " help" | \
                " completions")
                path="${path:+$path }$word" ;;
            *) ((++count)) ;;
            esac
        fi
    done

    COMPREPLY=()
    if [[ $current == --*=* ]]; then
        value="$path ${current%%=*}"
        current=${current#*=}
    fi
    if [[ -n $value ]]; then
        case $value in
        " --color")
            found=(auto always never) ;;
        "log --on" | \
            "start --on" | \
            "history --since" | \
            "history --until" | \
            "history --on" | \
            "calendar --since" | \
            "chart --since" | \
            "chart --until" | \
            "chart --on" | \
            "records --since" | \
            "stats exercise --since" | \
            "stats exercise --until" | \
            "stats intensity --since" | \
            "stats intensity --until" | \
            "stats load --since" | \
            "stats load --until" | \
            "edit --on" | \
            "copy --on" | \
            "body log --on" | \
            "body history --since" | \
            "body history --until" | \
            "body history --on" | \
            "body trend --since" | \
            "body goal --since" | \
            "exercise edit --since" | \
            "export --since" | \
            "export --until" | \
            "demo --until")
            found=(today yesterday) ;;
        "log --in" | \
            "edit --in" | \
            "rm --in" | \
            "move --in" | \
            "note --in" | \
            "superset --in")
            found=(last open today yesterday) ;;
        "log --unit" | \
            "chart --unit" | \
            "exercise add --unit" | \
            "import --unit")
            found=(kg lb) ;;
        "log --tracking" | \
            "exercise add --tracking" | \
            "exercise edit --tracking")
            found=(weight_reps bodyweight_reps reps duration weight_duration distance weight_distance) ;;
        "log --format" | \
            "start --format" | \
            "status --format" | \
            "finish --format" | \
            "discard --format" | \
            "resume --format" | \
            "rest --format" | \
            "prompt --format" | \
            "today --format" | \
            "show --format" | \
            "history --format" | \
            "last --format" | \
            "find --format" | \
            "calendar --format" | \
            "chart --format" | \
            "records --format" | \
            "stats exercise --format" | \
            "stats intensity --format" | \
            "stats week --format" | \
            "stats year --format" | \
            "stats streaks --format" | \
            "stats load --format" | \
            "compare --format" | \
            "edit --format" | \
            "rm --format" | \
            "move --format" | \
            "copy --format" | \
            "note --format" | \
            "tag --format" | \
            "superset --format" | \
            "attach --format" | \
            "undo --format" | \
            "redo --format" | \
            "body log --format" | \
            "body history --format" | \
            "body latest --format" | \
            "body edit --format" | \
            "body rm --format" | \
            "body types --format" | \
            "body trend --format" | \
            "body goal --format" | \
            "body goals --format" | \
            "calc 1rm --format" | \
            "calc rpe --format" | \
            "calc score --format" | \
            "calc plates --format" | \
            "calc warmup --format" | \
            "calc pace --format" | \
            "calc vdot --format" | \
            "calc riegel --format" | \
            "calc convert --format" | \
            "profile show --format" | \
            "profile set --format" | \
            "profile bands --format" | \
            "gym add --format" | \
            "gym list --format" | \
            "gym show --format" | \
            "gym edit --format" | \
            "gym use --format" | \
            "gym leave --format" | \
            "gym rm --format" | \
            "exercise find --format" | \
            "exercise list --format" | \
            "exercise show --format" | \
            "exercise add --format" | \
            "exercise edit --format" | \
            "exercise alias --format" | \
            "exercise hide --format" | \
            "exercise merge --format" | \
            "exercise rm --format" | \
            "load --format" | \
            "login --format" | \
            "logout --format" | \
            "whoami --format" | \
            "logins list --format" | \
            "logins end --format" | \
            "token create --format" | \
            "token list --format" | \
            "token revoke --format" | \
            "config path --format" | \
            "config list --format" | \
            "config get --format" | \
            "config set --format" | \
            "config unset --format" | \
            "config edit --format" | \
            "config validate --format" | \
            "sql --format" | \
            "doctor --format" | \
            "backup --format" | \
            "restore --format" | \
            "db status --format" | \
            "db migrate --format" | \
            "db sweep --format")
            found=(table plain json jsonl csv tsv md) ;;
        "log --output" | \
            "log -o" | \
            "start --output" | \
            "start -o" | \
            "status --output" | \
            "status -o" | \
            "finish --output" | \
            "finish -o" | \
            "discard --output" | \
            "discard -o" | \
            "resume --output" | \
            "resume -o" | \
            "rest --output" | \
            "rest -o" | \
            "prompt --output" | \
            "prompt -o" | \
            "today --output" | \
            "today -o" | \
            "show --output" | \
            "show -o" | \
            "history --output" | \
            "history -o" | \
            "last --output" | \
            "last -o" | \
            "find --output" | \
            "find -o" | \
            "calendar --output" | \
            "calendar -o" | \
            "chart --svg" | \
            "chart --png" | \
            "chart --output" | \
            "chart -o" | \
            "records --output" | \
            "records -o" | \
            "stats exercise --output" | \
            "stats exercise -o" | \
            "stats intensity --output" | \
            "stats intensity -o" | \
            "stats week --output" | \
            "stats week -o" | \
            "stats year --output" | \
            "stats year -o" | \
            "stats streaks --output" | \
            "stats streaks -o" | \
            "stats load --output" | \
            "stats load -o" | \
            "compare --output" | \
            "compare -o" | \
            "edit --output" | \
            "edit -o" | \
            "rm --output" | \
            "rm -o" | \
            "move --output" | \
            "move -o" | \
            "copy --output" | \
            "copy -o" | \
            "note --output" | \
            "note -o" | \
            "tag --output" | \
            "tag -o" | \
            "superset --output" | \
            "superset -o" | \
            "attach --output" | \
            "attach -o" | \
            "undo --output" | \
            "undo -o" | \
            "redo --output" | \
            "redo -o" | \
            "body log --output" | \
            "body log -o" | \
            "body history --output" | \
            "body history -o" | \
            "body latest --output" | \
            "body latest -o" | \
            "body edit --output" | \
            "body edit -o" | \
            "body rm --output" | \
            "body rm -o" | \
            "body types --output" | \
            "body types -o" | \
            "body trend --output" | \
            "body trend -o" | \
            "body goal --output" | \
            "body goal -o" | \
            "body goals --output" | \
            "body goals -o" | \
            "calc 1rm --output" | \
            "calc 1rm -o" | \
            "calc rpe --output" | \
            "calc rpe -o" | \
            "calc score --output" | \
            "calc score -o" | \
            "calc plates --output" | \
            "calc plates -o" | \
            "calc warmup --output" | \
            "calc warmup -o" | \
            "calc pace --output" | \
            "calc pace -o" | \
            "calc vdot --output" | \
            "calc vdot -o" | \
            "calc riegel --output" | \
            "calc riegel -o" | \
            "calc convert --output" | \
            "calc convert -o" | \
            "profile show --output" | \
            "profile show -o" | \
            "profile set --output" | \
            "profile set -o" | \
            "profile bands --output" | \
            "profile bands -o" | \
            "gym add --output" | \
            "gym add -o" | \
            "gym list --output" | \
            "gym list -o" | \
            "gym show --output" | \
            "gym show -o" | \
            "gym edit --output" | \
            "gym edit -o" | \
            "gym use --output" | \
            "gym use -o" | \
            "gym leave --output" | \
            "gym leave -o" | \
            "gym rm --output" | \
            "gym rm -o" | \
            "exercise find --output" | \
            "exercise find -o" | \
            "exercise list --output" | \
            "exercise list -o" | \
            "exercise show --output" | \
            "exercise show -o" | \
            "exercise add --output" | \
            "exercise add -o" | \
            "exercise edit --output" | \
            "exercise edit -o" | \
            "exercise alias --output" | \
            "exercise alias -o" | \
            "exercise hide --output" | \
            "exercise hide -o" | \
            "exercise merge --output" | \
            "exercise merge -o" | \
            "exercise rm --output" | \
            "exercise rm -o" | \
            "import --output" | \
            "import -o" | \
            "export --output" | \
            "export -o" | \
            "dump --output" | \
            "dump -o" | \
            "load --output" | \
            "load -o" | \
            "demo --output" | \
            "demo -o" | \
            "login --output" | \
            "login -o" | \
            "logout --output" | \
            "logout -o" | \
            "whoami --output" | \
            "whoami -o" | \
            "logins list --output" | \
            "logins list -o" | \
            "logins end --output" | \
            "logins end -o" | \
            "token create --output" | \
            "token create -o" | \
            "token list --output" | \
            "token list -o" | \
            "token revoke --output" | \
            "token revoke -o" | \
            "config path --output" | \
            "config path -o" | \
            "config list --output" | \
            "config list -o" | \
            "config get --output" | \
            "config get -o" | \
            "config set --output" | \
            "config set -o" | \
            "config unset --output" | \
            "config unset -o" | \
            "config edit --output" | \
            "config edit -o" | \
            "config validate --output" | \
            "config validate -o" | \
            "sql --output" | \
            "sql -o" | \
            "doctor --output" | \
            "doctor -o" | \
            "backup --output" | \
            "backup -o" | \
            "restore --output" | \
            "restore -o" | \
            "db status --output" | \
            "db status -o" | \
            "db migrate --output" | \
            "db migrate -o" | \
            "db sweep --output" | \
            "db sweep -o")
            compopt -o default 2>/dev/null; return 0 ;;
        "history --exercise" | \
            "move --before" | \
            "move --after" | \
            "note --of")
            _workout_names ;;
        "calendar --by")
            found=(sets volume minutes workouts) ;;
        "records --kind")
            found=(max_weight rep_pr e1rm set_volume session_volume longest_duration longest_distance fastest) ;;
        "stats exercise --by")
            found=(week month) ;;
        "calc 1rm --formula")
            found=(epley epley333 brzycki brzycki278 lander lombardi mayhew oconner wathen) ;;
        "calc rpe --chart")
            found=(rts polynomial) ;;
        "calc score --sex")
            found=(m f) ;;
        "calc score --event")
            found=(full bench) ;;
        "calc score --cycle")
            found=(2020 2024 2028) ;;
        "calc plates --mode")
            found=(nearest down up) ;;
        "calc warmup --scheme")
            found=(starting_strength single five_three_one by_weight) ;;
        "profile set --sex")
            found=(m f x) ;;
        "exercise list --category" | \
            "exercise add --category")
            found=(strength cardio stretching plyometrics olympic strongman) ;;
        "exercise list --modality" | \
            "exercise add --modality")
            found=(barbell ez_bar trap_bar dumbbell kettlebell cable machine smith_machine plate band bodyweight suspension medicine_ball sled other) ;;
        "exercise list --muscle" | \
            "exercise add --primary" | \
            "exercise add --secondary" | \
            "exercise edit --primary" | \
            "exercise edit --secondary")
            found=(abdominals obliques chest front_delts side_delts rear_delts biceps triceps forearms lats upper_back traps lower_back quads hamstrings glutes adductors abductors calves neck full_body cardio) ;;
        "import --distance-unit")
            found=(m km mi yd ft) ;;
        "import --date-order")
            found=(dmy mdy ymd) ;;
        "export --format")
            found=(json csv strong strong-android hevy tcx fit ics md text) ;;
        "dump --format")
            found=(text json) ;;
        "token create --scope")
            found=(profile:read workouts:read workouts:write exercises:write) ;;
        esac
    elif [[ $current != -* ]]; then
        case "$path $count" in
        " 0")
            found=(tui log start status finish discard resume rest session prompt today show history last find calendar chart records stats compare edit rm move copy note tag superset attach undo redo body calc profile gym exercise import export dump load demo serve login logout whoami logins token config sql doctor backup restore db schema help completions) ;;
        "log 0" | \
            "last 0" | \
            "chart 0" | \
            "records 0" | \
            "stats exercise 0" | \
            "stats intensity 0" | \
            "edit 0" | \
            "rm 0" | \
            "move 0" | \
            "superset 0" | \
            "exercise show 0" | \
            "exercise edit 0" | \
            "exercise alias 0" | \
            "exercise hide 0" | \
            "exercise merge 0" | \
            "exercise merge 1" | \
            "exercise rm 0")
            _workout_names ;;
        "resume 0" | \
            "show 0" | \
            "copy 0")
            found=(last open today yesterday) ;;
        "stats 0")
            found=(exercise intensity week year streaks load) ;;
        "body 0")
            found=(log history latest edit rm types trend goal goals) ;;
        "body log 0" | \
            "body history 0" | \
            "body trend 0" | \
            "body goal 0")
            found=(weight body_fat fat_mass lean_mass muscle_mass muscle_share skeletal_muscle skeletal_muscle_mass bone_mass bone_share body_water water_mass protein subcutaneous_fat visceral_fat bmi bmr metabolic_age resting_hr height head neck shoulders chest waist abdomen hips left_arm right_arm left_forearm right_forearm left_wrist right_wrist left_thigh right_thigh left_calf right_calf left_ankle right_ankle) ;;
        "body edit 0" | \
            "body rm 0")
            found=(last) ;;
        "calc 0")
            found=(1rm rpe score plates warmup pace vdot riegel convert) ;;
        "profile 0")
            found=(show set bands) ;;
        "profile bands 0")
            found=(abdominals obliques chest front_delts side_delts rear_delts biceps triceps forearms lats upper_back traps lower_back quads hamstrings glutes adductors abductors calves neck full_body cardio) ;;
        "gym 0")
            found=(add list show edit use leave rm) ;;
        "exercise 0")
            found=(find list show add edit alias hide merge rm) ;;
        "import 0" | \
            "load 0" | \
            "backup 0")
            compopt -o default 2>/dev/null; return 0 ;;
        "logins 0")
            found=(list end) ;;
        "token 0")
            found=(create list revoke) ;;
        "config 0")
            found=(path list get set unset edit validate) ;;
        "config get 0" | \
            "config set 0" | \
            "config unset 0")
            found=(database_url server_url unit timezone color theme formula backups storage attachment_mib attachments_mib plates_kg plates_lb) ;;
        "restore 0")
            found=(latest) ;;
        "db 0")
            found=(status migrate sweep) ;;
        "schema 0")
            found=(AccessTokenList AccessTokenMade AccessTokenRead AttachmentRead AttachmentReadPage BandRead BestSetRead BestTimeRead BucketRead ChangeCount ChartTrendPoint ChartTrendRead ComparedRead ComparisonRead ConversionRead DayRead DayTotals DaysRead DumpPartRead DumpRows DumpTables DumpWorkouts DumpedColumn DumpedTable Duplicate Excluded ExecutionRead ExecutionReadPage ExerciseDetails ExerciseFound ExerciseFoundPage ExerciseListed ExerciseListedPage ExerciseNames ExerciseRead ExerciseReadPage ExerciseRef ExerciseSessionRead ExerciseSessionsRead ExerciseStatsRead ExerciseTotalsRead Explanation ExportRead ExportedExercise FoundRead GoalKept GoalList GoalRead GymList GymRead ImportRead ImportRecord IntensityRead LastTime LatestRead LiveBoard LiveGroup LiveHead LiveLogged LivePast LivePlanned LiveRecord LiveSession LiveSet LiveSlot LiveTotals LoadRead LoadWeekRead LogLinesRead LogRead LoggedEntry LoggedLine LoggedPlates LoggedRecord LoggedSet LoggedWorkout LoginList LoginRead MeRead MeasuredList MeasuredRead MeasurementRead MeasurementReadPage MeasurementTypeList MeasurementTypeRead MergeRead MuscleSetsRead NameList OneRepMaxRead OperationRead OperationReadPage PaceRead PeriodRecordsRead PlannedSet PlatesRead ProfileRead RaceTimeRead RecordRead RecordsRead RefusedLine ReplayRead RepsAt RestRead RiegelRead RpeRead ScoreRead SearchRead SeriesPoint SeriesRead SessionRead SetRead SetReadPage StageRead StatsTrendRead StreakRead StreaksRead TotalsRead TrainingMaxRead TrainingMaxReadPage TrainingPaceRead TrendPoint TrendRead Unmatched UnmatchedNames VdotRead WarmupRead WarmupSetRead WeekStatsRead WorkoutPage WorkoutRead WorkoutSummary WorkoutSummaryPage WorkoutText WorkoutsRead YearStatsRead) ;;
        "help 0")
            found=(exit-codes notation dates formats imports environment tui log start status finish discard resume rest session prompt today show history last find calendar chart records stats compare edit rm move copy note tag superset attach undo redo body calc profile gym exercise import export dump load demo serve login logout whoami logins token config sql doctor backup restore db schema help completions) ;;
        "completions 0")
            found=(bash zsh fish powershell) ;;
        esac
    fi
    if [[ -z $value && ($current == -* || -z $current && ${#found[@]} -eq 0) ]]; then
        case "$path $count" in
        " 0")
            found=(--version --spec --color --debug -h --help) ;;
        "tui "*)
            found=(--web --port --public-url -h --help) ;;
        "log "*)
            found=(--at --on --in --unit --new --tracking --dry-run --atomic --json --format --output -o --fields --template -h --help) ;;
        "start "*)
            found=(--at --on --note --tag --bodyweight --json --format --output -o --fields --template -h --help) ;;
        "status "* | \
            "discard "* | \
            "resume "* | \
            "prompt "* | \
            "today "* | \
            "show "* | \
            "redo "* | \
            "body latest "* | \
            "body rm "* | \
            "body types "* | \
            "body goals "* | \
            "calc pace "* | \
            "calc vdot "* | \
            "calc convert "* | \
            "profile show "* | \
            "profile bands "* | \
            "gym list "* | \
            "gym show "* | \
            "gym use "* | \
            "gym leave "* | \
            "gym rm "* | \
            "exercise show "* | \
            "exercise rm "* | \
            "whoami "* | \
            "logins list "* | \
            "token list "* | \
            "token revoke "* | \
            "config path "* | \
            "config get "* | \
            "config set "* | \
            "config unset "* | \
            "config edit "* | \
            "config validate "* | \
            "doctor "* | \
            "db status "* | \
            "db sweep "*)
            found=(--json --format --output -o --fields --template -h --help) ;;
        "finish "*)
            found=(--at --name --note --json --format --output -o --fields --template -h --help) ;;
        "rest "*)
            found=(--background --no-bell --notify --json --format --output -o --fields --template -h --help) ;;
        "session "*)
            found=(--plain -h --help) ;;
        "history "*)
            found=(--exercise --tag --search --since --until --on --limit --page --all --json --format --output -o --fields --template -h --help) ;;
        "last "*)
            found=(--count -n --json --format --output -o --fields --template -h --help) ;;
        "find "*)
            found=(--limit --page --all --json --format --output -o --fields --template -h --help) ;;
        "calendar "*)
            found=(--since --by --json --format --output -o --fields --template -h --help) ;;
        "chart "*)
            found=(--since --until --on --unit --svg --png --explain --json --format --output -o --fields --template -h --help) ;;
        "records "*)
            found=(--kind --since --at --standing --limit --page --all --explain --json --format --output -o --fields --template -h --help) ;;
        "stats 0" | \
            "body 0" | \
            "calc 0" | \
            "profile 0" | \
            "gym 0" | \
            "exercise 0" | \
            "logins 0" | \
            "token 0" | \
            "config 0" | \
            "db 0" | \
            "schema "* | \
            "help "* | \
            "completions "*)
            found=(-h --help) ;;
        "stats exercise "*)
            found=(--since --until --by --explain --json --format --output -o --fields --template -h --help) ;;
        "stats intensity "* | \
            "stats load "*)
            found=(--since --until --explain --json --format --output -o --fields --template -h --help) ;;
        "stats week "* | \
            "stats year "* | \
            "stats streaks "* | \
            "compare "*)
            found=(--explain --json --format --output -o --fields --template -h --help) ;;
        "edit "*)
            found=(--in --name --at --on --note --tag --untag --bodyweight --text --print --json --format --output -o --fields --template -h --help) ;;
        "rm "*)
            found=(--in --json --format --output -o --fields --template -h --help) ;;
        "move "*)
            found=(--to --before --after --first --in --json --format --output -o --fields --template -h --help) ;;
        "copy "*)
            found=(--at --on --json --format --output -o --fields --template -h --help) ;;
        "note "*)
            found=(--of --in --replace --json --format --output -o --fields --template -h --help) ;;
        "tag "*)
            found=(--of --remove --json --format --output -o --fields --template -h --help) ;;
        "superset "*)
            found=(--split --in --json --format --output -o --fields --template -h --help) ;;
        "attach "*)
            found=(--to --exercise --list --get --remove --output -o --format --json -h --help) ;;
        "undo "*)
            found=(--list --limit --json --format --output -o --fields --template -h --help) ;;
        "body log "*)
            found=(--at --on --note --new --json --format --output -o --fields --template -h --help) ;;
        "body history "*)
            found=(--since --until --on --limit --page --all --json --format --output -o --fields --template -h --help) ;;
        "body edit "*)
            found=(--at --note --json --format --output -o --fields --template -h --help) ;;
        "body trend "*)
            found=(--since --half-life --json --format --output -o --fields --template -h --help) ;;
        "body goal "*)
            found=(--by --since --json --format --output -o --fields --template -h --help) ;;
        "calc 1rm "*)
            found=(--reps -r --weight -w --max --rpe --formula --json --format --output -o --fields --template -h --help) ;;
        "calc rpe "*)
            found=(--reps -r --rpe --weight -w --max --chart --json --format --output -o --fields --template -h --help) ;;
        "calc score "*)
            found=(--total -t --bodyweight --sex --age --equipped --event --cycle --record --json --format --output -o --fields --template -h --help) ;;
        "calc plates "*)
            found=(--ramp --bar --collars --inventory --mode --json --format --output -o --fields --template -h --help) ;;
        "calc warmup "*)
            found=(--bar --increment --scheme --json --format --output -o --fields --template -h --help) ;;
        "calc riegel "*)
            found=(--exponent --json --format --output -o --fields --template -h --help) ;;
        "profile set "*)
            found=(--sex --born --height --clear --json --format --output -o --fields --template -h --help) ;;
        "gym add "*)
            found=(--plates --bar --dumbbells --stack --json --format --output -o --fields --template -h --help) ;;
        "gym edit "*)
            found=(--name --plates --bar --dumbbells --stack --json --format --output -o --fields --template -h --help) ;;
        "exercise find "*)
            found=(--hidden --limit --json --format --output -o --fields --template -h --help) ;;
        "exercise list "*)
            found=(--search --category --modality --muscle --own --catalogue --starred --used --hidden --limit --page --all --json --format --output -o --fields --template -h --help) ;;
        "exercise add "*)
            found=(--alias --tracking --category --modality --primary --secondary --unit --note --json --format --output -o --fields --template -h --help) ;;
        "exercise edit "*)
            found=(--name --tracking --unit --increment --rest --bar --training-max --since --primary --secondary --note --star --no-star --json --format --output -o --fields --template -h --help) ;;
        "exercise alias "*)
            found=(--remove --move --json --format --output -o --fields --template -h --help) ;;
        "exercise hide "*)
            found=(--show --json --format --output -o --fields --template -h --help) ;;
        "exercise merge "*)
            found=(--dry-run --json --format --output -o --fields --template -h --help) ;;
        "import "*)
            found=(--format --unit --distance-unit --timezone --date-order --map --column --update --dry-run --json --output -o --fields --template -h --help) ;;
        "export "*)
            found=(--format --since --until --output -o --safe-cells --json -h --help) ;;
        "dump "*)
            found=(--output -o --format --files -h --help) ;;
        "load "*)
            found=(--files --dry-run --json --format --output -o --fields --template -h --help) ;;
        "demo "*)
            found=(--weeks --until --output -o --json -h --help) ;;
        "serve "*)
            found=(--host --port --proxy --new-token --rotate-key -h --help) ;;
        "login "*)
            found=(--server --browser --device --token-stdin --admin --status --json --format --output -o --fields --template -h --help) ;;
        "logout "*)
            found=(--server --json --format --output -o --fields --template -h --help) ;;
        "logins end "*)
            found=(--others --json --format --output -o --fields --template -h --help) ;;
        "token create "*)
            found=(--scope --expires --json --format --output -o --fields --template -h --help) ;;
        "config list "*)
            found=(--origin --json --format --output -o --fields --template -h --help) ;;
        "sql "*)
            found=(--views --limit --all --json --format --output -o --fields --template -h --help) ;;
        "backup "*)
            found=(--output -o --force --list --format --json -h --help) ;;
        "restore "*)
            found=(--yes -y --dry-run --json --format --output -o --fields --template -h --help) ;;
        "db migrate "*)
            found=(--wait --json --format --output -o --fields --template -h --help) ;;
        esac
    fi

    local quote=${current:0:1}
    [[ $quote == [\"\'] ]] && current=${current:1} || quote=''
    for word in "${found[@]}"; do
        [[ $word == "$current"* ]] || continue
        [[ -z $quote && $word == *[!a-zA-Z0-9._-]* ]] && printf -v word %q "$word"
        COMPREPLY+=("$word")
    done
}

complete -F _workout workout
